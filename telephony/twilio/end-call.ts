import type { Twilio } from 'twilio';
import { isMissing, isWrongCallState, readCallStatus, TwilioFailed } from './status.ts';

/**
 * Ends a call. `canceled` stops one that waits or rings, without ever connecting it, and leaves one alone that was answered
 * meanwhile; that one is then completed. A call that is over, or that Twilio does not know, is as it should be.
 * @throws TwilioFailed when Twilio could not be asked.
 */
export async function endCall(client: Twilio, callSid: string): Promise<void> {
  if (await isOverAfter(client, callSid, 'canceled')) return;
  await isOverAfter(client, callSid, 'completed');
}

/** Ends a conference and every leg in it; one that is over is as it should be. @throws TwilioFailed when Twilio could not be asked. */
export async function endConference(client: Twilio, conferenceSid: string): Promise<void> {
  try {
    await client.conferences(conferenceSid).update({ status: 'completed' });
  } catch (error) {
    if (!isMissing(error)) throw new TwilioFailed(error);
  }
}

async function isOverAfter(client: Twilio, callSid: string, status: 'canceled' | 'completed'): Promise<boolean> {
  try {
    const call = await client.calls(callSid).update({ status });
    return readCallStatus(call.status)?.progress === 'ended';
  } catch (error) {
    if (isMissing(error)) return true;
    // Answered meanwhile, or over: completing it tells.
    if (isWrongCallState(error)) return status === 'completed';
    throw new TwilioFailed(error);
  }
}
