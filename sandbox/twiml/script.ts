import type { Hook } from '../callbacks/deliver.ts';
import type { Call } from '../network/call.ts';
import type { Network } from '../network/network.ts';
import type { TwimlElement } from './document.ts';
import { hookIn } from './fetch.ts';
import type { TwimlDocument } from './fetch.ts';

/** Where TwiML comes from: a URL with parameters besides the call's own, or the text itself. */
export type Source =
  | { readonly hook: Hook; readonly parameters: Readonly<Record<string, string>> }
  | { readonly twiml: string };

/** What to do after a verb: the next one, hang up, leave the queue, or other TwiML. */
export type Step = 'continue' | 'hangup' | 'leave' | Source;

/** A document while it runs. */
export interface Script {
  readonly network: Network;
  readonly call: Call;
  readonly document: TwimlDocument;
  /** Aborts when the call ends or is given other TwiML. */
  readonly signal: AbortSignal;
  /** Runs another document within the same call, as a queue's wait URL is. */
  readonly run: (source: Source) => Promise<Step>;
}

/** The TwiML of a verb's action URL; without one, the next verb. */
export function actionStep(script: Script, verb: TwimlElement, parameters: Readonly<Record<string, string>>): Step {
  const { action, method } = verb.attributes;
  return action === undefined ? 'continue' : { hook: hookIn(script.document, action, method), parameters };
}
