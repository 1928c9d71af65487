import { DateTime } from 'luxon';
import type { Express } from 'express';
import type { RoutePolicy } from '../../../domain/route.ts';
import type { Store } from '../../../store/open.ts';
import { Caller } from './caller.ts';
import { ALWAYS, appOf, CUSTOMER, DAYTIME, givenRoute, ROUTE_NUMBER } from './support.ts';
import { openStore } from '../../database.ts';

let store: Store;
let app: Express;
let started: string[];
beforeAll(async () => void (store = await openStore()));
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.deleteFrom('callback').execute();
  await store.db.deleteFrom('route').execute();
  started = [];
  const callbacks = { start: async ({ callbackId }: { callbackId: string }) => void started.push(callbackId) };
  app = appOf({ store, callbacks });
});

async function call(policy: Partial<RoutePolicy> = {}, form = {}): Promise<Caller> {
  await givenRoute(store, policy);
  const caller = new Caller(app, form);
  await caller.dial();
  return caller;
}

function rows() {
  return store.db.selectFrom('callback').selectAll().execute();
}

const inTokyo = (at: Date | null | undefined) => DateTime.fromJSDate(at ?? new Date(0), { zone: 'Asia/Tokyo' });

describe('the number', () => {
  test('is read back digit by digit, in groups', async () => {
    const caller = await call();
    expect(caller.said).toContain('Acme Support');
    expect(caller.said).toContain('0 9 0, 1 2 3 4, 5 6 7 8');
  });

  test.each(['anonymous', '+266696687', 'Restricted', '', 'sip:alice@example.com', 'client:alice', '+7378742833'])(
    'of caller ID "%s" is asked for',
    async (From) => {
      const caller = await call({}, { From });
      expect(caller.said).toContain('We cannot see the number');
      await caller.press('08012345678');
      expect(caller.said).toContain('0 8 0, 1 2 3 4, 5 6 7 8');
      await caller.press('1');
      await caller.press('1');
      expect(await rows()).toMatchObject([{ number: '+818012345678', collected: { callerIdMatches: 'no' } }]);
    },
  );

  test('can be another one, keyed in the way of the country that was called', async () => {
    const caller = await call();
    await caller.press('2');
    await caller.press('0312349999');
    expect(caller.said).toContain('0 3, 1 2 3 4, 9 9 9 9');
    await caller.say('Yes, please.');
    await caller.press('1');
    expect(await rows()).toMatchObject([{ number: '+81312349999', collected: { callerIdMatches: 'no', calledNumber: ROUTE_NUMBER } }]);
  });

  test('that nobody can call is refused, and after three tries the call ends without a request', async () => {
    const caller = await call();
    await caller.press('2');
    await caller.press('123');
    expect(caller.said).toContain('not a number we can call');
    await caller.press('456');
    await caller.press('789');
    expect(caller.hungUp).toBe(true);
    expect(await rows()).toEqual([]);
  });

  test('a caller who says nothing is asked twice', async () => {
    const caller = await call();
    await caller.wait();
    expect(caller.said).toContain('We did not hear');
    await caller.wait();
    expect(caller.hungUp).toBe(true);
    expect(await rows()).toEqual([]);
  });

  test('"no, that is not right" means another one', async () => {
    const caller = await call();
    await caller.say('No, that is not right.');
    expect(caller.said).toContain('enter the number');
  });
});

describe('the time', () => {
  async function confirmed(policy: Partial<RoutePolicy> = {}): Promise<Caller> {
    const caller = await call(policy);
    await caller.press('1');
    return caller;
  }

  test.each([
    ['press', '1'],
    ['say', 'Now, please'],
  ] as const)('now, when callers %s %s, is as soon as possible', async (how, what) => {
    const caller = await confirmed();
    await caller[how](what);
    expect(caller.said).toContain('number ending in 5 6 7 8, as soon as one of us is free');
    const [row] = await rows();
    expect(row).toMatchObject({
      route_id: 'support',
      number: CUSTOMER,
      kind: 'asap',
      origin: 'ivr',
      channel: 'voice',
      status: 'scheduled',
      language: 'en',
      request_key: caller.callSid,
      collected: { calledNumber: ROUTE_NUMBER, language: 'en', callerIdMatches: 'yes' },
    });
    expect(started).toEqual([row?.id]);
    expect(row?.started_at).not.toBeNull();
  });

  test('later is after the lead time of the route', async () => {
    const caller = await confirmed();
    await caller.say('later today');
    const due = DateTime.now().setZone('Asia/Tokyo').plus({ hours: 2 });
    expect(caller.said).toMatch(due.hasSame(DateTime.now().setZone('Asia/Tokyo'), 'day') ? / today at / : / tomorrow at /);
    expect(await rows()).toMatchObject([{ kind: 'delayed', desired_at: null }]);
  });

  test('keyed as four digits is the next such time in the route\'s zone', async () => {
    const caller = await confirmed({ hours: DAYTIME });
    await caller.press('3');
    await caller.press('1030');
    expect(caller.said).toMatch(/ (today|tomorrow) at 10:30 AM/);
    const [row] = await rows();
    const wanted = inTokyo(row?.desired_at);
    expect(row?.kind).toBe('scheduled');
    expect(wanted.toFormat('HH:mm:ss')).toBe('10:30:00');
    expect(wanted.toMillis()).toBeGreaterThan(Date.now());
    expect(wanted.toMillis()).toBeLessThanOrEqual(Date.now() + 86_400_000);
  });

  test.each([
    ['half past three p.m., spoken', '3:30 p.m.', '15:30'],
    ['spoken in 24 hours', '15:00', '15:00'],
  ])('%s', async (_what, spoken, time) => {
    const caller = await confirmed();
    await caller.press('3');
    await caller.say(spoken);
    const [row] = await rows();
    expect(inTokyo(row?.desired_at).toFormat('HH:mm')).toBe(time);
  });

  test('outside opening hours is refused kindly, with the next free times; the first of them is kept in the end', async () => {
    const caller = await confirmed({ hours: DAYTIME });
    await caller.press('3');
    await caller.press('0300');
    expect(caller.said).toMatch(/we are closed at that time\. The next times we can call you are .+, or .+\./);
    await caller.press('0400');
    await caller.press('0500');
    const [row] = await rows();
    expect(row?.kind).toBe('scheduled');
    expect(inTokyo(row?.desired_at).hour).toBeGreaterThanOrEqual(9);
  });

  test('that is none is said to be none', async () => {
    const caller = await confirmed();
    await caller.press('3');
    await caller.press('2575');
    expect(caller.said).toContain('not a time of day');
  });

  test('unsaid, after a second silence, is as soon as possible', async () => {
    const caller = await confirmed();
    await caller.wait();
    await caller.wait();
    expect(await rows()).toMatchObject([{ kind: 'asap' }]);
  });

  test('of a route that is closed now is its next opening', async () => {
    const openDay = DateTime.now().setZone('Asia/Tokyo').plus({ days: 3 });
    const caller = await confirmed({ hours: { [openDay.weekday]: [{ from: '09:00', to: '17:00' }] } });
    await caller.press('1');
    expect(caller.said).toContain(openDay.setLocale('en').toFormat("'on' EEEE, MMMM d 'at 9:00 AM'"));
  });
});

describe('the reason', () => {
  test('is asked for when the request is in, and added to it', async () => {
    const caller = await call();
    await caller.press('1');
    await caller.press('1');
    expect(await rows()).toHaveLength(1);
    await caller.say('My invoice is wrong');
    expect(caller.hungUp).toBe(true);
    expect(await rows()).toMatchObject([{ collected: { reason: 'My invoice is wrong', calledNumber: ROUTE_NUMBER } }]);
  });

  test('is cut between characters, never within one', async () => {
    const caller = await call();
    await caller.press('1');
    await caller.press('1');
    await caller.say(`${'a'.repeat(499)}𠮷𠮷`);
    expect(caller.hungUp).toBe(true);
    expect(await rows()).toMatchObject([{ collected: { reason: `${'a'.repeat(499)}𠮷` } }]);
  });

  test('may be left out', async () => {
    const caller = await call();
    await caller.press('1');
    await caller.press('1');
    await caller.wait();
    expect(caller.hungUp).toBe(true);
    expect((await rows())[0]?.collected).not.toHaveProperty('reason');
  });
});

describe('a number that takes no requests', () => {
  test('of no route says so, in every language, and hangs up', async () => {
    const caller = new Caller(app, { To: '+81399999999' });
    await caller.dial();
    expect(caller.said).toContain('callbacks cannot be requested');
    expect(caller.said).toContain('折り返し電話の受付を行っておりません');
    expect(caller.hungUp).toBe(true);
  });

  test('of a closed route says so and hangs up, also in the middle of a call', async () => {
    const caller = await call();
    await givenRoute(store, {}, { closed: true });
    await caller.press('1');
    expect(caller.said).toContain('not taking callback requests');
    expect(caller.hungUp).toBe(true);
  });
});

describe('languages', () => {
  test('Japanese is spoken on a Japanese route', async () => {
    const caller = await call({ languages: ['ja'] });
    expect(caller.said).toContain('お電話ありがとうございます。Acme Supportでございます。');
    expect(caller.said).toContain('0 9 0、1 2 3 4、5 6 7 8');
    await caller.say('はい');
    expect(caller.said).toContain('できるだけ早いお電話');
    await caller.say('今すぐお願いします。');
    expect(caller.said).toContain('下4桁、5 6 7 8、の番号へ、担当者の準備が整い次第、お電話を差し上げます。');
    expect(await rows()).toMatchObject([{ kind: 'asap', language: 'ja' }]);
  });

  test.each([
    ['後でかけてください', 'delayed'],
    ['すぐに', 'asap'],
  ])('「%s」 is %s', async (spoken, kind) => {
    const caller = await call({ languages: ['ja'] });
    await caller.press('1');
    await caller.say(spoken);
    expect(await rows()).toMatchObject([{ kind }]);
  });

  test('a time is understood and said the Japanese way', async () => {
    const caller = await call({ languages: ['ja'], hours: ALWAYS });
    await caller.press('1');
    await caller.say('時間指定で');
    await caller.say('午後3時半');
    expect(caller.said).toMatch(/、(本日|明日)15時30分頃にお電話を差し上げます。/);
  });

  test('Korean is spoken on a Korean route', async () => {
    const caller = await call({ languages: ['ko'], hours: ALWAYS });
    expect(caller.said).toContain('전화해 주셔서 감사합니다. Acme Support입니다.');
    await caller.say('네, 맞아요');
    expect(caller.said).toContain('가능한 한 빨리');
    await caller.say('시간 지정할게요');
    await caller.say('오후 3시 반이요');
    expect(caller.said).toMatch(/끝자리 5 6 7 8번으로, (오늘|내일) 오후 3시 30분에 전화드리겠습니다\./);
    expect(await rows()).toMatchObject([{ kind: 'scheduled', language: 'ko' }]);
  });

  test('of a route with several are chosen from by key; silence takes the first', async () => {
    const caller = await call({ languages: ['ja', 'en'] });
    expect(caller.said).toContain('日本語をご希望の方は、1を押してください。');
    expect(caller.said).toContain('For English, press 2.');
    await caller.press('2');
    expect(caller.said).toContain('Your telephone number is');
    const silent = new Caller(app);
    await silent.dial();
    await silent.wait();
    await silent.wait();
    expect(silent.said).toContain('お客様の電話番号は');
  });
});

test('a keyed number is not to be read from the URLs that carry it', async () => {
  const caller = await call();
  await caller.press('2');
  await caller.press('08012345678');
  expect(caller.urls.join()).not.toContain('8012345678');
});
