import type { Twilio } from 'twilio';
import type { LegSeen, LostLeg } from '../port.ts';
import { orNull, orThrow } from './asking.ts';
import { readAnsweredBy, readCallStatus } from './status.ts';

type Call = Awaited<ReturnType<ReturnType<Twilio['calls']>['fetch']>>;

/** Statuses of a conference that has participants. Since September 2026 a list without a status shows only `in-progress`. */
const LIVE_CONFERENCES = ['init', 'in-progress'] as const;
/** Twilio's clock against ours, and its seconds against our milliseconds. */
const CLOCK_TOLERANCE_MS = 2_000;
const RECENT_CALLS = 50;
/** Agent, customer, a consulted party, a supervisor, and room for what we do not expect. */
const MOST_PARTICIPANTS = 50;

/** The call as Twilio has it; null: not known there. @throws TwilioFailed when Twilio could not be asked. */
export async function fetchLeg(client: Twilio, callSid: string): Promise<LegSeen | null> {
  const call = await orNull(client.calls(callSid).fetch());
  return call && seen(call, null);
}

/**
 * Looks for a leg whose request's answer was lost: the participant of that label, in the attempt's conference (Twilio lists only
 * active ones); else the call from and to those numbers whose creation is nearest to the request. With one unsettled call per
 * number that is no guess. Twilio's lists lag behind: null proves nothing while the leg could still ring.
 * @throws TwilioFailed when Twilio could not be asked.
 */
export async function findLeg(client: Twilio, lost: LostLeg): Promise<LegSeen | null> {
  for (const conferenceSid of await liveConferences(client, lost.conference)) {
    const participants = await orNull(client.conferences(conferenceSid).participants.list({ limit: MOST_PARTICIPANTS }));
    const participant = participants?.find(({ label }) => label === lost.label);
    const call = participant && (await orNull(client.calls(participant.callSid).fetch()));
    if (call) return seen(call, conferenceSid);
  }
  const call = await nearestCall(client, lost);
  return call && seen(call, null);
}

/** Only creating a participant takes a conference's name; everything else wants its sid. */
async function liveConferences(client: Twilio, conference: string): Promise<string[]> {
  if (/^CF[0-9a-f]{32}$/i.test(conference)) return [conference];
  const lists = await Promise.all(
    LIVE_CONFERENCES.map((status) => orThrow(client.conferences.list({ friendlyName: conference, status, limit: 5 }))),
  );
  return lists.flat().map(({ sid }) => sid);
}

/** Not filtered by start time: a call that is still queued has none. */
async function nearestCall(client: Twilio, lost: LostLeg): Promise<Call | null> {
  const since = Date.parse(lost.since);
  const calls = await orThrow(client.calls.list({ to: lost.to, from: lost.from, limit: RECENT_CALLS }));
  const after = calls.filter((call) => call.direction !== 'inbound' && call.dateCreated.getTime() >= since - CLOCK_TOLERANCE_MS);
  const distance = (call: Call) => Math.abs(call.dateCreated.getTime() - since);
  return after.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function seen(call: Call, conferenceSid: string | null): LegSeen | null {
  const facts = readCallStatus(call.status);
  return facts && { callSid: call.sid, conferenceSid, ...facts, answeredBy: readAnsweredBy(call.answeredBy) };
}
