import type { Centre } from './system.ts';

/** A call as the sandbox has it: what was heard in it, and how it sits in a conference. */
interface CallView {
  readonly sid: string;
  readonly to: string;
  readonly active: boolean;
  readonly answeredAt: string | null;
  readonly transcript: readonly { readonly who: string; readonly kind: string; readonly text: string }[];
  readonly conference: { readonly hold: boolean } | null;
}

async function activeCalls(centre: Centre): Promise<readonly CallView[]> {
  const { calls } = await centre.sandbox<{ calls: CallView[] }>('GET', '/calls?active=true');
  return calls;
}

/** The call that is going on with a number. */
export async function callOf(centre: Centre, number: string): Promise<CallView> {
  const call = (await activeCalls(centre)).find(({ to }) => to === number);
  if (!call) throw new Error(`Nobody talks with ${number}.`);
  return centre.sandbox<CallView>('GET', `/calls/${call.sid}`);
}

/** What the network let a number hear of one kind, in its order. */
export async function heard(centre: Centre, number: string, kind: string): Promise<string[]> {
  const { transcript } = await callOf(centre, number);
  return transcript.filter((line) => line.who === 'network' && line.kind === kind).map(({ text }) => text);
}

/** Whether the person at a number hears music, as the network has it. */
export async function isOnHold(centre: Centre, number: string): Promise<boolean> {
  const { conference } = await callOf(centre, number);
  return conference?.hold ?? false;
}

/** The person at a number hangs up. */
export async function hangsUp(centre: Centre, number: string): Promise<void> {
  const { sid } = await callOf(centre, number);
  await centre.sandbox('POST', `/calls/${sid}/hangup`);
}

/** The telephones that are off the hook. */
export async function onTheLine(centre: Centre): Promise<string[]> {
  return (await activeCalls(centre)).filter(({ answeredAt }) => answeredAt !== null).map(({ to }) => to);
}
