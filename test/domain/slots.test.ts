import { nextFreeTimes, readKeyedTime } from '../../domain/slots.ts';

const CALENDAR = {
  timeZone: 'Asia/Tokyo',
  hours: { 2: [{ from: '09:00', to: '10:15' }], 3: [{ from: '09:00', to: '18:00' }], 4: [{ from: '17:40', to: '17:50' }] },
  holidayCountry: null,
  closedDates: [],
};
const TUESDAY_0910 = '2026-11-24T00:10:00.000Z';

test('free times lie on the half hour, within hours, day after day', () => {
  expect(nextFreeTimes(CALENDAR, TUESDAY_0910, 4)).toEqual([
    '2026-11-24T00:30:00.000Z',
    '2026-11-24T01:00:00.000Z',
    '2026-11-25T00:00:00.000Z',
    '2026-11-25T00:30:00.000Z',
  ]);
});

test('a stretch without a half hour in it offers none', () => {
  const [first] = nextFreeTimes(CALENDAR, '2026-11-26T00:00:00.000Z', 1);
  expect(first).toBe('2026-12-01T00:00:00.000Z');
});

test('a calendar that never opens has no free times', () => {
  expect(nextFreeTimes({ ...CALENDAR, hours: {} }, TUESDAY_0910, 3)).toEqual([]);
});

test('keyed digits are the next such time in the route’s zone', () => {
  expect(readKeyedTime(CALENDAR, '1000', TUESDAY_0910)).toEqual({ ok: true, at: '2026-11-24T01:00:00.000Z' });
});

test('a time that has passed today is meant for tomorrow', () => {
  expect(readKeyedTime(CALENDAR, '0900', TUESDAY_0910)).toEqual({ ok: true, at: '2026-11-25T00:00:00.000Z' });
});

test('a time outside hours is refused with the next free ones', () => {
  expect(readKeyedTime(CALENDAR, '2300', TUESDAY_0910)).toEqual({
    ok: false,
    reason: 'closed',
    nextFree: ['2026-11-24T00:30:00.000Z', '2026-11-24T01:00:00.000Z'],
  });
});

test.each(['2460', '9', '12345', '', '1*00'])('%j is no time of day', (digits) => {
  expect(readKeyedTime(CALENDAR, digits, TUESDAY_0910)).toMatchObject({ ok: false, reason: 'not_a_time' });
});
