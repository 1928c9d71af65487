import type { Centre } from './system.ts';

/** A call as the sandbox has it: what was heard in it, and how it sits in a conference. */
interface CallView {
  readonly sid: string;
  readonly to: string;
  readonly active: boolean;
  readonly answeredAt: string | null;
  readonly transcript: readonly { readonly who: string; readonly kind: string; readonly text: string }[];
  readonly conference: { readonly sid: string; readonly hold: boolean } | null;
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

/** How somebody sits in a conference, as Twilio's REST API answers. */
export interface Seat {
  readonly label: string;
  readonly call_sid: string;
  readonly muted: boolean;
  readonly hold: boolean;
  readonly coaching: boolean;
  readonly call_sid_to_coach: string | null;
  readonly end_conference_on_exit: boolean;
}

/** Everybody in the conference with a number, by the role in their label. */
export async function seatsWith(centre: Centre, number: string): Promise<Readonly<Record<string, Seat>>> {
  const { conference } = await callOf(centre, number);
  const { sandbox } = centre.system;
  const headers = { authorization: `Basic ${Buffer.from(`${sandbox?.accountSid}:${sandbox?.authToken}`).toString('base64')}` };
  const asked = await fetch(`${sandbox?.url}/2010-04-01/Accounts/${sandbox?.accountSid}/Conferences/${conference?.sid}/Participants.json`, { headers });
  const { participants } = (await asked.json()) as { participants: Seat[] };
  return Object.fromEntries(participants.map((seat) => [seat.label.split('-')[0], seat]));
}
