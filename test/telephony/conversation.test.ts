import type { Answered } from '../../telephony/port.ts';
import type { Answer, FarEnd } from './far-end.ts';
import { openFarEnd, twilioError } from './far-end.ts';
import { ACCOUNT, CALL, CONFERENCE, CUSTOMER_LEG, PUBLIC_URL, telephonyAt } from './given.ts';

/*
 * What Twilio is asked about a running conversation, and what its answers mean. That it does what is asked is shown through the
 * sandbox (test/activities).
 */

let farEnd: FarEnd;
beforeEach(async () => void (farEnd = await openFarEnd()));
afterEach(() => farEnd.close());

const PARTY = { conferenceSid: CONFERENCE, callSid: CALL };
const COACHED = `CA${'3'.repeat(32)}`;

function seat(more: object = {}): Answer {
  const body = { call_sid: CALL, conference_sid: CONFERENCE, hold: false, muted: false, end_conference_on_exit: false, coaching: false, call_sid_to_coach: null };
  return { status: 200, body: { ...body, ...more } };
}

function said(): Record<string, string>[] {
  return farEnd.heard.map(({ form }) => Object.fromEntries(form));
}

describe('changing how a party sits', () => {
  test.each([
    [{ isOnHold: true }, { hold: true }, { Hold: 'true', HoldUrl: `${PUBLIC_URL}/twilio/voice/hold-music`, HoldMethod: 'POST' }],
    [{ isOnHold: false, endsCall: true }, { end_conference_on_exit: true }, { Hold: 'false', EndConferenceOnExit: 'true' }],
    [{ isMuted: true }, { muted: true }, { Muted: 'true' }],
    [{ coaches: COACHED, isMuted: false }, { coaching: true, call_sid_to_coach: COACHED }, { Muted: 'false', Coaching: 'true', CallSidToCoach: COACHED }],
    [{ coaches: null }, {}, { Coaching: 'false' }],
  ])('%j is one request', async (wish, becomes, form) => {
    farEnd.answer = () => seat(becomes);
    expect(await telephonyAt(farEnd.url).changeParty(PARTY, wish)).toBe('done');
    expect(said()).toEqual([form]);
    expect(farEnd.heard[0]?.path).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Conferences/${CONFERENCE}/Participants/${CALL}.json`);
  });

  test.each([
    [{ isOnHold: true }],
    [{ endsCall: true }],
    [{ isMuted: true }],
    [{ coaches: COACHED }],
  ])('%j is not done before Twilio shows it', async (wish) => {
    farEnd.answer = () => seat();
    await expect(telephonyAt(farEnd.url).changeParty(PARTY, wish)).rejects.toThrow('has not changed');
  });
});

describe('whatever is asked about a running call', () => {
  const requests: [string, (url: string) => Promise<Answered>][] = [
    ['changing a party', (url) => telephonyAt(url).changeParty(PARTY, { isOnHold: true })],
    ['removing a party', (url) => telephonyAt(url).removeParty(PARTY)],
    ['playing digits', (url) => telephonyAt(url).playTones(PARTY, 'a-token')],
    ['an apology', (url) => telephonyAt(url).apologise(CALL, 'ja')],
    ['recording', async (url) => (await telephonyAt(url).record({ callbackId: CUSTOMER_LEG.callbackId, attempt: 2, callSid: CALL, recording: 'on' })).answered],
  ];

  describe.each(requests)('%s', (_what, request) => {
    test.each([
      ['of what is not there', twilioError(404, 20404), 'gone'],
      ['of a call that is over', twilioError(400, 21220), 'gone'],
      ['that Twilio does not allow', twilioError(400, 20001), 'refused'],
      ['with wrong credentials', twilioError(401, 20003), 'refused'],
    ] satisfies [string, Answer, Answered][])('%s is %s', async (_why, answer, expected) => {
      farEnd.answer = () => answer;
      expect(await request(farEnd.url)).toBe(expected);
      expect(farEnd.heard).toHaveLength(1);
    });

    test.each([
      ['an error inside Twilio', twilioError(500, 20500)],
      ['too many requests', twilioError(429, 20429)],
      ['a page of a proxy', { status: 502, body: '<html>Bad gateway</html>' }],
    ])('%s is to be asked again, and the error tells no number', async (_why, answer) => {
      farEnd.answer = () => answer;
      const error: unknown = await request(farEnd.url).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'TwilioFailed' });
      expect(String(error)).not.toContain('9012345678');
    });
  });

  test('is given up after 4 s, so that it cannot undo what is asked next', async () => {
    farEnd.answer = () => () => undefined;
    const askedAt = performance.now();
    await expect(telephonyAt(farEnd.url).changeParty(PARTY, { isOnHold: true })).rejects.toThrow('did not arrive');
    expect(performance.now() - askedAt).toBeLessThan(9_000);
  });
});

test('a party is removed, a token announced, and an apology said where it is asked for', async () => {
  farEnd.answer = ({ method }) => (method === 'DELETE' ? { status: 204, body: '' } : seat());
  const telephony = telephonyAt(farEnd.url);
  expect(await telephony.removeParty(PARTY)).toBe('done');
  expect(await telephony.playTones(PARTY, 'a-token')).toBe('done');
  expect(await telephony.apologise(CALL, 'ja')).toBe('done');
  expect(farEnd.heard.map(({ method }) => method)).toEqual(['DELETE', 'POST', 'POST']);
  expect(said().slice(1)).toEqual([
    { AnnounceUrl: `${PUBLIC_URL}/twilio/voice/tones?token=a-token`, AnnounceMethod: 'POST' },
    { Url: `${PUBLIC_URL}/twilio/voice/apology?lang=ja`, Method: 'POST' },
  ]);
});

describe('who is in a conference', () => {
  const participants = [
    { call_sid: CALL, status: 'connected', hold: true, muted: false, coaching: false, call_sid_to_coach: null },
    { call_sid: COACHED, status: 'ringing', hold: false, muted: true, coaching: true, call_sid_to_coach: CALL },
  ];

  test('is shown with how they sit, and whether they have joined', async () => {
    farEnd.answer = () => ({ status: 200, body: { participants } });
    expect(await telephonyAt(farEnd.url).partiesOf(CONFERENCE)).toEqual([
      { callSid: CALL, hasJoined: true, isOnHold: true, isMuted: false, coaches: null },
      { callSid: COACHED, hasJoined: false, isOnHold: false, isMuted: true, coaches: CALL },
    ]);
  });

  test.each([
    ['completed', null],
    ['in-progress', []],
  ])('of an empty one that is %s: %j', async (status, expected) => {
    farEnd.answer = ({ path }) => ({ status: 200, body: path.endsWith('Participants.json') ? { participants: [] } : { sid: CONFERENCE, status } });
    expect(await telephonyAt(farEnd.url).partiesOf(CONFERENCE)).toEqual(expected);
  });

  test('is nobody where Twilio knows none; it is not known where Twilio cannot be asked', async () => {
    expect(await telephonyAt(farEnd.url).partiesOf(CONFERENCE)).toBeNull();
    farEnd.answer = () => twilioError(500, 20500);
    await expect(telephonyAt(farEnd.url).partiesOf(CONFERENCE)).rejects.toThrow('20500');
  });
});

describe('how a conference ended', () => {
  const at = 'Fri, 20 Nov 2026 10:00:00 +0000';
  const conferenceOf = (more: object): void => {
    farEnd.answer = ({ path }) => {
      if (path.includes('/Conferences/')) return { status: 200, body: { sid: CONFERENCE, status: 'completed', reason_conference_ended: null, call_sid_ending_conference: null, ...more } };
      return path.includes(CALL) ? { status: 200, body: { sid: CALL, status: 'completed', end_time: at } } : twilioError(404, 20404);
    };
  };

  test.each([
    ['participant-with-end-conference-on-exit-left', 'left'],
    ['last-participant-left', 'last_left'],
    ['participant-with-end-conference-on-exit-kicked', 'removed'],
    ['last-participant-kicked', 'removed'],
    ['conference-ended-via-api', 'ended'],
  ])('%s: %s, with whom, and when its calls did', async (reason, end) => {
    conferenceOf({ reason_conference_ended: reason, call_sid_ending_conference: CALL });
    expect(await telephonyAt(farEnd.url).fetchConference(CONFERENCE, [CALL, COACHED])).toEqual({ end, endedBy: CALL, endedAt: new Map([[CALL, new Date(at)]]) });
  });

  test.each([[{ status: 'in-progress' }], [{ reason_conference_ended: 'a-reason-to-come' }], [{}]])('is not known while it is %j, and no call is asked for', async (shown) => {
    conferenceOf(shown);
    expect(await telephonyAt(farEnd.url).fetchConference(CONFERENCE, [CALL])).toEqual({ end: null, endedBy: null, endedAt: new Map() });
    expect(farEnd.heard).toHaveLength(1);
  });

  test('is nothing where Twilio knows none; it is not known where Twilio cannot be asked', async () => {
    expect(await telephonyAt(farEnd.url).fetchConference(CONFERENCE, [CALL])).toBeNull();
    farEnd.answer = () => twilioError(500, 20500);
    await expect(telephonyAt(farEnd.url).fetchConference(CONFERENCE, [CALL])).rejects.toThrow('20500');
  });
});

describe('a recording', () => {
  const sid = `RE${'4'.repeat(32)}`;
  const begun = 'Fri, 20 Nov 2026 10:00:00 +0000';

  test.each([
    ['in-progress', null, 'recording', null],
    ['stopped', '-1', 'processing', null],
    ['completed', '42', 'completed', 42],
    ['absent', '0', 'absent', 0],
    ['deleted', '42', 'absent', 42],
    ['a word to come', null, 'processing', null],
  ])('that is %s is asked for by its sid alone', async (status, duration, state, durationS) => {
    farEnd.answer = () => ({ status: 200, body: { sid, status, duration, start_time: begun, date_created: begun } });
    expect(await telephonyAt(farEnd.url).fetchRecording(sid)).toEqual({ sid, state, durationS, startedAt: new Date(begun) });
    expect(farEnd.heard.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /2010-04-01/Accounts/${ACCOUNT}/Recordings/${sid}.json`]);
  });

  test('is none where Twilio has none; it is not known where Twilio cannot be asked', async () => {
    expect(await telephonyAt(farEnd.url).fetchRecording(sid)).toBeNull();
    farEnd.answer = () => twilioError(500, 20500);
    await expect(telephonyAt(farEnd.url).fetchRecording(sid)).rejects.toThrow('20500');
  });
});

test('a recording’s sound is asked for with the account’s credentials, and comes as it is', async () => {
  farEnd.answer = () => (response) => void response.writeHead(206, { 'Content-Type': 'audio/mpeg', 'Content-Length': '3', 'Content-Range': 'bytes 0-2/9' }).end('ID3');
  const sid = `RE${'4'.repeat(32)}`;
  const media = await telephonyAt(farEnd.url).hearRecording(sid, 'bytes=0-2');
  expect(media).toMatchObject({ isPart: true, type: 'audio/mpeg', length: '3', range: 'bytes 0-2/9', acceptRanges: null });
  expect((await media?.stream.toArray())?.join('')).toBe('ID3');
  const [request] = farEnd.heard;
  expect(request?.path).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Recordings/${sid}.mp3`);
  expect([request?.headers.authorization, request?.headers.range]).toEqual([`Basic ${btoa(`${ACCOUNT}:secret`)}`, 'bytes=0-2']);
});
