import type { Twilio } from 'twilio';
import type { Answered, ConferenceSeen, Party, PartySeen, SeatWish } from '../port.ts';
import { orNull } from './asking.ts';
import { answerOfFailure, isMissing, readConferenceEnd, TwilioFailed } from './status.ts';
import type { WebhookUrls } from './urls.ts';

type Participant = ReturnType<ReturnType<Twilio['conferences']>['participants']>;
type ParticipantChange = NonNullable<Exclude<Parameters<Participant['update']>[0], (...args: never[]) => unknown>>;
type Seat = Pick<Awaited<ReturnType<Participant['update']>>, 'hold' | 'muted' | 'endConferenceOnExit' | 'coaching' | 'callSidToCoach'>;

/** Agent, customer, guest, a few supervisors, and room for what we do not expect. */
const MOST_PARTICIPANTS = 50;

/**
 * Changes how a participant sits, in one request. Twilio shows the participant as it is after it: where that is not as asked, it is
 * to be asked again.
 * @throws when Twilio could not be asked, or has not done it yet.
 */
export async function changeParty(client: Twilio, urls: WebhookUrls, party: Party, wish: SeatWish): Promise<Answered> {
  try {
    const seat = await participant(client, party).update(changeFor(urls, wish));
    if (isAsWished(seat, wish)) return 'done';
  } catch (error) {
    return answerOfFailure(error);
  }
  throw new Error('Twilio has not changed the participant yet.');
}

/** Takes a participant out; made by REST, its call ends with it. @throws TwilioFailed when Twilio could not be asked. */
export async function removeParty(client: Twilio, party: Party): Promise<Answered> {
  try {
    await participant(client, party).remove();
    return 'done';
  } catch (error) {
    return answerOfFailure(error);
  }
}

/** Plays a token's digits to one participant. @throws TwilioFailed when it is not known whether Twilio does. */
export async function playTones(client: Twilio, urls: WebhookUrls, party: Party, token: string): Promise<Answered> {
  try {
    await participant(client, party).update({ announceUrl: urls.tones(token), announceMethod: 'POST' });
    return 'done';
  } catch (error) {
    return answerOfFailure(error);
  }
}

/** A call that runs TwiML of its own has left its conference. @throws TwilioFailed when Twilio could not be asked. */
export async function apologise(client: Twilio, urls: WebhookUrls, callSid: string, language: string): Promise<Answered> {
  try {
    await client.calls(callSid).update({ url: urls.apology(language), method: 'POST' });
    return 'done';
  } catch (error) {
    return answerOfFailure(error);
  }
}

/** Everybody in a conference; null: there is none, or it is over. @throws TwilioFailed when Twilio could not be asked. */
export async function partiesOf(client: Twilio, conferenceSid: string): Promise<readonly PartySeen[] | null> {
  try {
    const conference = client.conferences(conferenceSid);
    const participants = await conference.participants.list({ limit: MOST_PARTICIPANTS });
    if (participants.length === 0 && (await conference.fetch()).status === 'completed') return null;
    return participants.map((seat) => ({
      callSid: seat.callSid,
      hasJoined: seat.status === 'connected',
      isOnHold: seat.hold,
      isMuted: seat.muted,
      coaches: coachedBy(seat),
    }));
  } catch (error) {
    if (isMissing(error)) return null;
    throw new TwilioFailed(error);
  }
}

/**
 * How a conference ended, and when these calls did; the calls of one that goes on are not asked for. Null: there is no such conference.
 * @throws TwilioFailed when Twilio could not be asked.
 */
export async function fetchConference(client: Twilio, conferenceSid: string, callSids: readonly string[]): Promise<ConferenceSeen | null> {
  const conference = await orNull(client.conferences(conferenceSid).fetch());
  if (conference === null) return null;
  const end = conference.status === 'completed' ? readConferenceEnd(conference.reasonConferenceEnded) : null;
  const calls = end === null ? [] : await Promise.all(callSids.map((callSid) => orNull(client.calls(callSid).fetch())));
  const endedAt = new Map(calls.flatMap((call) => (call?.endTime ? [[call.sid, call.endTime] as const] : [])));
  return { end, endedBy: conference.callSidEndingConference || null, endedAt };
}

function participant(client: Twilio, { conferenceSid, callSid }: Party): Participant {
  return client.conferences(conferenceSid).participants(callSid);
}

function changeFor(urls: WebhookUrls, { isOnHold, isMuted, coaches, endsCall }: SeatWish): ParticipantChange {
  return {
    ...(isOnHold !== undefined && { hold: isOnHold }),
    ...(isOnHold === true && { holdUrl: urls.holdMusic(), holdMethod: 'POST' }),
    ...(isMuted !== undefined && { muted: isMuted }),
    ...(endsCall !== undefined && { endConferenceOnExit: endsCall }),
    ...(coaches !== undefined && { coaching: coaches !== null }),
    ...(typeof coaches === 'string' && { callSidToCoach: coaches }),
  };
}

function isAsWished(seat: Seat, { isOnHold, isMuted, coaches, endsCall }: SeatWish): boolean {
  const isSo = <T>(wanted: T | undefined, is: T): boolean => wanted === undefined || wanted === is;
  return isSo(isOnHold, seat.hold) && isSo(isMuted, seat.muted) && isSo(endsCall, seat.endConferenceOnExit) && isSo(coaches, coachedBy(seat));
}

function coachedBy({ coaching, callSidToCoach }: Pick<Seat, 'coaching' | 'callSidToCoach'>): string | null {
  return coaching ? callSidToCoach : null;
}
