import type { Twilio } from 'twilio';
import { isMissing, isWrongCallState, readCallStatus, TwilioFailed } from './status.ts';

type CallStatus = 'waiting' | 'answered' | 'over';

/**
 * Ends a call. One that waits or rings is cancelled, so that it never connects; one that is answered, or was in that very moment,
 * is completed. A call that is over, or that Twilio does not know, is as it should be. Asked first, so that Twilio is not told to
 * end what has ended.
 * @throws TwilioFailed when Twilio could not be asked.
 */
export async function endCall(client: Twilio, callSid: string): Promise<void> {
  const call = client.calls(callSid);
  const before = await statusAfter(() => call.fetch());
  if (before === 'over') return;
  if (before === 'waiting' && (await statusAfter(() => call.update({ status: 'canceled' }))) === 'over') return;
  const after = await statusAfter(() => call.update({ status: 'completed' }));
  if (after === null && (await statusAfter(() => call.fetch())) !== 'over') throw new Error('The call goes on, and Twilio does not let it be ended.');
}

/** Ends a conference and every leg in it; one that is over is as it should be. @throws TwilioFailed when Twilio could not be asked. */
export async function endConference(client: Twilio, conferenceSid: string): Promise<void> {
  try {
    const conference = await client.conferences(conferenceSid).fetch();
    if (conference.status !== 'completed') await conference.update({ status: 'completed' });
  } catch (error) {
    if (!isMissing(error)) throw new TwilioFailed(error);
  }
}

/** How the call stands once the request is answered; null: it is not in a state that the request may change. */
async function statusAfter(request: () => Promise<{ readonly status: string }>): Promise<CallStatus | null> {
  try {
    const { status } = await request();
    const progress = readCallStatus(status)?.progress;
    if (progress === 'ended') return 'over';
    return progress === 'answered' ? 'answered' : 'waiting';
  } catch (error) {
    if (isMissing(error)) return 'over';
    if (isWrongCallState(error)) return null;
    throw new TwilioFailed(error);
  }
}
