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

  test('that rings cancels it, and no more', async () => {
    answers({ [path]: () => ok(call({ status: 'canceled' })) });
    await telephonyAt(farEnd.url).endCall(CALL);
    expect(asked()).toEqual([`POST ${path} canceled`]);
  });

  test('that was answered meanwhile completes it', async () => {
    answers({ [path]: ({ form }) => ok(call({ status: form.get('Status') === 'completed' ? 'completed' : 'in-progress' })) });
    await telephonyAt(farEnd.url).endCall(CALL);
    expect(asked()).toEqual([`POST ${path} canceled`, `POST ${path} completed`]);
  });

  test.each([21220, 20404])('that is over already is fine (error %i)', async (code) => {
    answers({ [path]: () => twilioError(code === 20404 ? 404 : 400, code) });
    await expect(telephonyAt(farEnd.url).endCall(CALL)).resolves.toBeUndefined();
  });

  test('throws when Twilio cannot be reached, without a number in its message', async () => {
    answers({ [path]: () => twilioError(500, 20500) });
    await expect(telephonyAt(farEnd.url).endCall(CALL)).rejects.toThrow('Twilio answered with error 20500 (HTTP 500).');
  });
});

describe('ending a conference', () => {
  const path = `/Conferences/${CONFERENCE}.json`;

  test('completes it', async () => {
    answers({ [path]: () => ok({ sid: CONFERENCE, status: 'completed' }) });
    await telephonyAt(farEnd.url).endConference(CONFERENCE);
    expect(asked()).toEqual([`POST ${path} completed`]);
  });

  test('that is over is fine, and a far end that is away is not', async () => {
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
  const none = () => ok({ conferences: [], calls: [], page_size: 50 });

  test('finds the participant by its label in the live conference of that name', async () => {
    answers({
      '/Conferences.json': ({ query }) =>
        query.get('Status') === 'init' ? ok({ conferences: [{ sid: CONFERENCE, friendly_name: query.get('FriendlyName') }] }) : none(),
      [`/Conferences/${CONFERENCE}/Participants/customer-2-1.json`]: () => ok({ call_sid: CALL, label: 'customer-2-1' }),
      [`/Calls/${CALL}.json`]: () => ok(call()),
    });
    expect(await telephonyAt(farEnd.url).findLeg(LOST)).toMatchObject({ callSid: CALL, conferenceSid: CONFERENCE, progress: 'ringing' });
    const lists = farEnd.heard.filter(({ path }) => path.endsWith('/Conferences.json'));
    expect(lists.map(({ query }) => query.get('FriendlyName'))).toEqual(['callback-1-2', 'callback-1-2']);
    expect(new Set(lists.map(({ query }) => query.get('Status')))).toEqual(new Set(['init', 'in-progress']));
  });

  test('uses the sid of the conference where it is known', async () => {
    answers({
      [`/Conferences/${CONFERENCE}/Participants/customer-2-1.json`]: () => ok({ call_sid: CALL }),
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
