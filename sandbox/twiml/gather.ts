import type { PersonInput } from '../network/network.ts';
import { liveCall, touch } from '../network/calls.ts';
import { seconds } from '../network/network.ts';
import type { TwimlElement } from './document.ts';
import { hookIn } from './fetch.ts';
import { speak } from './speak.ts';
import type { Script, Step } from './script.ts';

interface Heard {
  readonly digits: string;
  readonly finishedOnKey: string;
  readonly speech: { readonly text: string; readonly confidence: number } | null;
}

interface GatherOptions {
  readonly input: readonly ('dtmf' | 'speech')[];
  readonly numDigits: number | null;
  readonly finishOnKey: string;
  readonly timeoutMs: number;
}

/** `<Gather>`: keys or speech, during its prompts or within its timeout. Source: https://www.twilio.com/docs/voice/twiml/gather */
export async function gather(script: Script, verb: TwimlElement): Promise<Step> {
  const { attributes } = verb;
  const options = gatherOptions(script, verb);
  const { call, network } = script;
  const { input, numDigits, finishOnKey } = options;
  call.waitingFor = { verb: 'gather', input, numDigits, finishOnKey, language: attributes['language'] ?? null, hints: attributes['hints'] ?? null };
  touch(network, call);
  const heard = await listen(script, verb.children, options).finally(() => {
    call.waitingFor = null;
    touch(network, call);
  });
  const empty = heard.digits === '' && heard.speech === null;
  if (empty && attributes['actionOnEmptyResult'] !== 'true') return 'continue';
  const hook = attributes['action'] === undefined ? script.document.hook : hookIn(script.document, attributes['action'], attributes['method']);
  return hook === null ? 'continue' : { hook, parameters: gatherParameters(heard) };
}

function gatherOptions(script: Script, verb: TwimlElement): GatherOptions {
  const { attributes } = verb;
  const names = (attributes['input'] ?? 'dtmf').split(' ');
  const timeout = attributes['timeout'] ?? '5';
  return {
    input: (['dtmf', 'speech'] as const).filter((name) => names.includes(name)),
    numDigits: attributes['numDigits'] === undefined ? null : Number(attributes['numDigits']),
    finishOnKey: attributes['finishOnKey'] ?? '#',
    timeoutMs: seconds(script.network, timeout === 'auto' ? 5 : Number(timeout)),
  };
}

function gatherParameters({ digits, finishedOnKey, speech }: Heard): Record<string, string> {
  if (speech !== null) return { SpeechResult: speech.text, Confidence: String(speech.confidence) };
  return { Digits: digits, FinishedOnKey: finishedOnKey, msg: 'Gather End' };
}

function listen(script: Script, prompts: readonly TwimlElement[], options: GatherOptions): Promise<Heard> {
  const { network, call, signal } = script;
  const live = liveCall(network, call);
  const barge = new AbortController();
  const done = new AbortController();
  let digits = '';
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Heard>((resolve, reject) => {
    const finish = (heard: Partial<Heard>): void => resolve({ digits, finishedOnKey: '', speech: null, ...heard });
    const restartTimer = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => finish({}), options.timeoutMs);
    };
    const press = (key: string): boolean => {
      if (options.finishOnKey !== '' && options.finishOnKey.includes(key)) finish({ finishedOnKey: key });
      else if ((digits += key).length === options.numDigits) finish({});
      else return false;
      return true;
    };
    const onInput = (input: PersonInput): void => {
      if (!options.input.includes(input.kind === 'digits' ? 'dtmf' : 'speech')) return;
      barge.abort();
      restartTimer();
      if (input.kind === 'speech') finish({ digits: '', speech: input });
      else Array.from(input.text).some(press);
    };
    if (live !== null) live.onInput = onInput;
    signal.addEventListener('abort', () => reject(new Error('The script was aborted.')), { once: true, signal: done.signal });
    playPrompts(script, prompts, AbortSignal.any([signal, barge.signal])).then((heardOut) => heardOut && restartTimer(), reject);
  }).finally(() => {
    clearTimeout(timer);
    barge.abort();
    done.abort();
    if (live !== null) live.onInput = null;
  });
}

/** Resolves with whether the prompts were heard to their end. */
async function playPrompts(script: Script, prompts: readonly TwimlElement[], signal: AbortSignal): Promise<boolean> {
  try {
    for (const prompt of prompts) await speak(script.network, script.call, prompt, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
