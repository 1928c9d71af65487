import type { Readable } from 'node:stream';
import type { Twilio } from 'twilio';
import type { Answered, Media, RecordingSeen, RecordingWish } from '../port.ts';
import { orNull } from './asking.ts';
import { answerOfFailure, isMissing, readRecordingStatus, TwilioFailed } from './status.ts';
import type { WebhookUrls } from './urls.ts';

type Recordings = ReturnType<Twilio['calls']>['recordings'];
type Shown = Awaited<ReturnType<Recordings['list']>>[number];
/** What a call's recording and one of the account's, which has more statuses, say alike. */
type Told = Pick<Shown, 'sid' | 'startTime' | 'dateCreated' | 'duration'> & { readonly status: string };

/** `completed` and `absent` end it; `in-progress` names one whose starting's answer was lost. */
const RECORDING_EVENTS = ['in-progress', 'completed', 'absent'];
/** The running one, by a name that Twilio keeps for it. */
const CURRENT = 'Twilio.CURRENT';
const MOST_RECORDINGS = 20;
const ANSWER_WITHIN_MS = 10_000;

/**
 * Has what is said in a call be kept, or not. How it stands is asked first, so that nothing is started twice, and nothing paused that
 * does not run: what is not kept already is as paused, or off, as it can be.
 * @throws TwilioFailed when Twilio could not be asked.
 */
export async function record(client: Twilio, urls: WebhookUrls, wish: RecordingWish): Promise<{ answered: Answered; seen: RecordingSeen | null }> {
  const recordings = client.calls(wish.callSid).recordings;
  try {
    const shown = await recordings.list({ limit: MOST_RECORDINGS });
    const running = shown.find(({ status }) => status === 'in-progress' || status === 'paused');
    const after = running ? await changed(recordings, running, wish) : await begun(recordings, urls, wish);
    return { answered: 'done', seen: after && seen(after) };
  } catch (error) {
    return { answered: answerOfFailure(error), seen: null };
  }
}

async function changed(recordings: Recordings, running: Shown, { recording }: RecordingWish): Promise<Shown> {
  const status = ({ on: 'in-progress', paused: 'paused', off: 'stopped' } as const)[recording];
  if (running.status === status) return running;
  // What is said meanwhile is not there, rather than a silence as long.
  return recordings(CURRENT).update({ status, ...(status === 'paused' && { pauseBehavior: 'skip' }) });
}

async function begun(recordings: Recordings, urls: WebhookUrls, { recording, callbackId, attempt }: RecordingWish): Promise<Shown | null> {
  if (recording !== 'on') return null;
  return recordings.create({
    recordingChannels: 'dual',
    recordingStatusCallback: urls.recording(callbackId, attempt),
    recordingStatusCallbackMethod: 'POST',
    recordingStatusCallbackEvent: RECORDING_EVENTS,
  });
}

/** The recording as Twilio has it; null: there is none, or it was deleted. @throws TwilioFailed when Twilio could not be asked. */
export async function fetchRecording(client: Twilio, sid: string): Promise<RecordingSeen | null> {
  const shown = await orNull(client.recordings(sid).fetch());
  return shown && seen(shown);
}

function seen({ sid, status, startTime, dateCreated, duration }: Told): RecordingSeen {
  const durationS = Number.parseInt(duration, 10);
  return {
    sid,
    state: readRecordingStatus(status) ?? 'processing',
    startedAt: startTime ?? dateCreated,
    durationS: Number.isNaN(durationS) || durationS < 0 ? null : durationS,
  };
}

/**
 * Opens a recording's media. The client's own requests keep the whole of an answer in memory, so this one is made beside them, with
 * its credentials and its way to the network.
 * @param range of bytes, as HTTP writes it; null: all of it.
 * @returns null: there is nothing to hear. @throws TwilioFailed when Twilio could not be asked.
 */
export async function hearRecording(client: Twilio, sid: string, range: string | null): Promise<Media | null> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_WITHIN_MS);
  try {
    const { status, headers, data } = await client.httpClient.axios.get<Readable>(mediaUrl(client, sid), {
      auth: { username: client.username ?? '', password: client.password ?? '' },
      headers: range === null ? {} : { Range: range },
      responseType: 'stream',
      proxy: false,
      signal: late.signal,
      validateStatus: null,
    });
    if (status === 200 || status === 206) return { ...described(headers), isPart: status === 206, stream: data };
    data.destroy();
    throw Object.assign(new Error('no media'), { status });
  } catch (error) {
    if (isMissing(error)) return null;
    throw new TwilioFailed(error);
  } finally {
    clearTimeout(timer);
  }
}

function mediaUrl({ accountSid }: Twilio, sid: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${sid}.mp3`;
}

function described(headers: Readonly<Record<string, unknown>>): Pick<Media, 'type' | 'length' | 'range' | 'acceptRanges'> {
  const text = (name: string): string | null => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  };
  return { type: text('content-type'), length: text('content-length'), range: text('content-range'), acceptRanges: text('accept-ranges') };
}
