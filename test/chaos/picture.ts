import type * as z from 'zod';
import type { desk } from '../../api/schemas/desk.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

export type Desk = z.output<typeof desk>;

/** Somebody on the line or rung for it, as either side tells it. */
export interface Party {
  readonly label: string;
  readonly isInCall: boolean;
  readonly isOnHold: boolean;
  readonly isMuted: boolean;
}

const byLabel = (a: Party, b: Party): number => a.label.localeCompare(b.label);

/** Who is on the line of that callback as the console shows it; null: it does not show that callback. */
export function shownParties({ live, joined }: Desk, callbackId: string): Party[] | null {
  const shown = [live, joined].find((one) => one?.id === callbackId);
  if (!shown) return null;
  const ringing = shown.legs.filter(({ progress }) => progress !== 'ended');
  const parties = shown.call?.parties ?? ringing.map(({ label, inConference }) => ({ label, isInCall: inConference, isOnHold: false, isMuted: false }));
  return parties.map(({ label, isInCall, isOnHold, isMuted }) => ({ label, isInCall, isOnHold, isMuted })).toSorted(byLabel);
}

/** What Twilio's REST API says: who is in the attempt's conference, and how many calls to these numbers go on. */
export interface Truth {
  readonly parties: Party[];
  readonly calls: number;
}

export async function truthOf(sandbox: Sandbox, conference: string, numbers: readonly string[]): Promise<Truth> {
  const list = async <Of>(path: string, query: Record<string, string>, of: string): Promise<Of[]> => {
    const authorization = `Basic ${Buffer.from(`${sandbox.accountSid}:${sandbox.authToken}`).toString('base64')}`;
    const answer = await fetch(`${sandbox.url}/2010-04-01/Accounts/${sandbox.accountSid}/${path}.json?${new URLSearchParams(query).toString()}`, { headers: { authorization } });
    return ((await answer.json()) as Record<string, Of[]>)[of] ?? [];
  };
  const named = (Status: string) => list<{ sid: string }>('Conferences', { FriendlyName: conference, Status }, 'conferences');
  const conferences = [...(await named('init')), ...(await named('in-progress'))];
  const seats = await Promise.all(conferences.map(({ sid }) => list<Seat>(`Conferences/${sid}/Participants`, {}, 'participants')));
  const calls = await Promise.all(numbers.map((To) => list<{ status: string }>('Calls', { To }, 'calls')));
  return {
    parties: seats.flat().map(({ label, status, hold, muted }) => ({ label, isInCall: status === 'connected', isOnHold: hold, isMuted: muted })).toSorted(byLabel),
    calls: calls.flat().filter(({ status }) => ['queued', 'ringing', 'in-progress'].includes(status)).length,
  };
}

interface Seat {
  readonly label: string;
  readonly status: string;
  readonly hold: boolean;
  readonly muted: boolean;
}

/** Somebody is on a line that nobody else is on or is being rung for. */
export function isAlone({ parties: [one, ...others] }: Truth): boolean {
  return one?.isInCall === true && others.length === 0;
}
