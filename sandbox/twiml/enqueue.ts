import { setTimeout as sleep } from 'node:timers/promises';
import { newSid } from '../formats.ts';
import { playMusic } from './background.ts';
import type { TwimlElement } from './document.ts';
import { hookIn } from './fetch.ts';
import { seconds } from '../network/network.ts';
import { actionStep } from './script.ts';
import type { Script, Source, Step } from './script.ts';

/** `<Enqueue>`, thinly: runs the wait URL again and again until a `<Leave>`; nobody takes calls out of a queue here. */
export async function enqueue(script: Script, verb: TwimlElement): Promise<Step> {
  const queueSid = newSid('QU');
  const enteredAt = Date.now();
  const queueTime = (): string => String(Math.round((Date.now() - enteredAt) / script.network.timings.secondMs));
  const { waitUrl, waitUrlMethod } = verb.attributes;
  if (waitUrl === undefined || waitUrl === '') return waitForever(script);
  const hook = hookIn(script.document, waitUrl, waitUrlMethod);
  const first = (): Source => ({ hook, parameters: { QueueSid: queueSid, QueueTime: queueTime(), QueuePosition: '1', CurrentQueueSize: '1' } });
  for (let source = first(); ; ) {
    const step = await script.run(source);
    if (step === 'hangup') return step;
    if (step === 'leave') return actionStep(script, verb, { QueueResult: 'leave', QueueSid: queueSid, QueueTime: queueTime() });
    if (step === 'continue') await sleep(seconds(script.network, 1), undefined, { signal: script.signal });
    source = step === 'continue' ? first() : step;
  }
}

function waitForever(script: Script): Promise<Step> {
  playMusic(script.network, script.call);
  return new Promise((_resolve, reject) => {
    script.signal.addEventListener('abort', () => reject(new Error('The script was aborted.')), { once: true });
  });
}
