import type { Answer, FarEnd, Heard } from './far-end.ts';
import { openFarEnd, twilioError } from './far-end.ts';
import { ACCOUNT, CALL, CONFERENCE, telephonyAt } from './given.ts';

let farEnd: FarEnd;
beforeEach(async () => void (farEnd = await openFarEnd()));
afterEach(() => farEnd.close());

const SINCE = '2026-11-20T10:00:00.400Z';
const LOST = { conference: 'callback-1-2', label: 'customer-2-1', to: '+819012345678', from: '+81312345678', since: SINCE };

function call(fields: { sid?: string; status?: string; created?: string; direction?: string; answered_by?: string | null } = {}) {
  const { sid = CALL, status = 'ringing', created = 'Fri, 20 Nov 2026 10:00:00 +0000', direction = 'outbound-api', answered_by = null } = fields;
  return { sid, status, date_created: created, direction, answered_by };
}

/** Answers by the end of the path; anything else is unknown to the far end. */
function answers(byPath: Record<string, (request: Heard) => Answer>): void {
  farEnd.answer = (request) => {
    const found = Object.entries(byPath).find(([path]) => request.path.endsWith(path))?.[1];
    return found?.(request) ?? twilioError(404, 20404);
  };
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function asked(): string[] {
  return farEnd.heard.map(({ method, path, form }) => [method, path.split(ACCOUNT)[1], form.get('Status')].filter(Boolean).join(' '));
}

describe('ending a call', () => {
  const path = `/Calls/${CALL}.json`;
  /** A call that changes as a request asks, from this status on. */
  const callIn = (status: string, changes: Record<string, Answer> = {}) => {
    answers({ [path]: ({ form }) => changes[form.get('Status') ?? 'GET'] ?? ok(call({ status: form.get('Status') ?? status })) });
  };

  test.each(['queued', 'ringing'])('that is %s cancels it, and no more', async (status) => {
    callIn(status);
    await telephonyAt(farEnd.url).endCall(CALL);
    expect(asked()).toEqual([`GET ${path}`, `POST ${path} canceled`]);
  });

  test('that was answered completes it', async () => {
    callIn('in-progress');
    await telephonyAt(farEnd.url).endCall(CALL);
    expect(asked()).toEqual([`GET ${path}`, `POST ${path} completed`]);
  });

  test.each([
    ['left alone', ok(call({ status: 'in-progress' }))],
    ['refused', twilioError(400, 21220)],
  ])('that is answered while it is cancelled completes it (cancelling is %s)', async (_how, cancelling) => {
    callIn('ringing', { canceled: cancelling });
    await telephonyAt(farEnd.url).endCall(CALL);
    expect(asked()).toEqual([`GET ${path}`, `POST ${path} canceled`, `POST ${path} completed`]);
  });

  test.each(['completed', 'busy', 'no-answer', 'failed', 'canceled'])('that is %s asks for nothing', async (status) => {
    callIn(status);
    await telephonyAt(farEnd.url).endCall(CALL);
    expect(asked()).toEqual([`GET ${path}`]);
  });

  test('that Twilio does not know is fine', async () => {
    await expect(telephonyAt(farEnd.url).endCall(CALL)).resolves.toBeUndefined();
  });

  test('that ends while it is completed is fine; one that goes on is not', async () => {
    const states = ['in-progress', 'completed'];
    callIn('', { completed: twilioError(400, 21220) });
    const refusing = farEnd.answer;
    farEnd.answer = (request) => (request.method === 'GET' ? ok(call({ status: states.shift() ?? 'in-progress' })) : refusing(request));
    await expect(telephonyAt(farEnd.url).endCall(CALL)).resolves.toBeUndefined();
    await expect(telephonyAt(farEnd.url).endCall(CALL)).rejects.toThrow('The call goes on');
  });

  test('throws when Twilio cannot be reached, without a number in its message', async () => {
    answers({ [path]: () => twilioError(500, 20500) });
    await expect(telephonyAt(farEnd.url).endCall(CALL)).rejects.toThrow('Twilio answered with error 20500 (HTTP 500).');
  });
});

describe('ending a conference', () => {
  const path = `/Conferences/${CONFERENCE}.json`;

  test.each([
    ['in-progress', [`GET ${path}`, `POST ${path} completed`]],
    ['completed', [`GET ${path}`]],
  ])('that is %s', async (status, requests) => {
    answers({ [path]: () => ok({ sid: CONFERENCE, status }) });
    await telephonyAt(farEnd.url).endConference(CONFERENCE);
    expect(asked()).toEqual(requests);
  });

  test('that Twilio does not know is fine, and a far end that is away is not', async () => {
    await expect(telephonyAt(farEnd.url).endConference(CONFERENCE)).resolves.toBeUndefined();
    answers({ [path]: () => twilioError(503, 20503) });
    await expect(telephonyAt(farEnd.url).endConference(CONFERENCE)).rejects.toThrow('20503');
  });
});

describe('asking for a call', () => {
  test.each([
    ['queued', 'initiated', null],
    ['ringing', 'ringing', null],
    ['in-progress', 'answered', null],
    ['completed', 'ended', 'completed'],
    ['busy', 'ended', 'busy'],
    ['no-answer', 'ended', 'no_answer'],
    ['failed', 'ended', 'failed'],
    ['canceled', 'ended', 'cancelled'],
  ])('%s is %s, end %s', async (status, progress, end) => {
    answers({ [`/Calls/${CALL}.json`]: () => ok(call({ status, answered_by: 'machine_start' })) });
    expect(await telephonyAt(farEnd.url).fetchLeg(CALL)).toEqual({ callSid: CALL, conferenceSid: null, progress, end, answeredBy: 'machine' });
  });

  test('that is not there answers null', async () => {
    expect(await telephonyAt(farEnd.url).fetchLeg(CALL)).toBeNull();
  });
});

describe('looking for a leg whose answer was lost', () => {
  const participants = [{ call_sid: `CA${'6'.repeat(32)}`, label: 'agent-2-1' }, { call_sid: CALL, label: 'customer-2-1' }];
  const none = () => ok({ conferences: [], calls: [], page_size: 50 });

  test('finds the participant by its label in the live conference of that name', async () => {
    answers({
      '/Conferences.json': ({ query }) =>
        query.get('Status') === 'init' ? ok({ conferences: [{ sid: CONFERENCE, friendly_name: query.get('FriendlyName') }] }) : none(),
      [`/Conferences/${CONFERENCE}/Participants.json`]: () => ok({ participants }),
      [`/Calls/${CALL}.json`]: () => ok(call()),
    });
    expect(await telephonyAt(farEnd.url).findLeg(LOST)).toMatchObject({ callSid: CALL, conferenceSid: CONFERENCE, progress: 'ringing' });
    const lists = farEnd.heard.filter(({ path }) => path.endsWith('/Conferences.json'));
    expect(lists.map(({ query }) => query.get('FriendlyName'))).toEqual(['callback-1-2', 'callback-1-2']);
    expect(new Set(lists.map(({ query }) => query.get('Status')))).toEqual(new Set(['init', 'in-progress']));
  });

  test('uses the sid of the conference where it is known', async () => {
    answers({
      [`/Conferences/${CONFERENCE}/Participants.json`]: () => ok({ participants }),
      [`/Calls/${CALL}.json`]: () => ok(call({ status: 'in-progress' })),
    });
    expect(await telephonyAt(farEnd.url).findLeg({ ...LOST, conference: CONFERENCE })).toMatchObject({ progress: 'answered' });
  });

  test('falls back on the call to that number created nearest to the request, not an earlier one and not an inbound one', async () => {
    const calls = [
      call({ sid: `CA${'7'.repeat(32)}`, status: 'completed', created: 'Fri, 20 Nov 2026 10:04:00 +0000' }),
      call({ sid: `CA${'8'.repeat(32)}`, direction: 'inbound' }),
      call({ status: 'busy' }),
      call({ sid: `CA${'9'.repeat(32)}`, status: 'no-answer', created: 'Fri, 20 Nov 2026 09:58:00 +0000' }),
    ];
    answers({ '/Conferences.json': none, '/Calls.json': () => ok({ calls }) });
    expect(await telephonyAt(farEnd.url).findLeg(LOST)).toMatchObject({ callSid: CALL, conferenceSid: null, end: 'busy' });
    const { query } = farEnd.heard.find(({ path }) => path.endsWith('/Calls.json')) ?? {};
    expect([query?.get('To'), query?.get('From'), query?.has('StartTime>')]).toEqual([LOST.to, LOST.from, false]);
  });

  test('answers null when there is none', async () => {
    answers({ '/Conferences.json': none, '/Calls.json': none });
    expect(await telephonyAt(farEnd.url).findLeg(LOST)).toBeNull();
  });

  test('throws when Twilio cannot be asked', async () => {
    answers({ '/Conferences.json': () => twilioError(500, 20500) });
    await expect(telephonyAt(farEnd.url).findLeg(LOST)).rejects.toThrow('20500');
  });
});
