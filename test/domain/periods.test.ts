import { countDays, dayOf, isDay, periodsOf, spanOf } from '../../domain/periods.ts';

test('every period that has one of the days, in order', () => {
  expect(periodsOf('day', { from: '2026-02-27', to: '2026-03-01' })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  expect(periodsOf('month', { from: '2026-11-30', to: '2027-01-01' })).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(periodsOf('day', { from: '2026-03-02', to: '2026-03-01' })).toEqual([]);
});

test.each([
  ['Asia/Tokyo', '2026-03-08', 24],
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
  // The clocks skip midnight, and in autumn midnight comes twice.
  ['America/Havana', '2026-03-08', 23],
  ['America/Havana', '2026-11-01', 25],
])('in %s the day %s has %d hours', (zone, day, hours) => {
  const { from, to } = spanOf({ from: day, to: day }, zone);
  expect((to.getTime() - from.getTime()) / 3_600_000).toBe(hours);
  expect(dayOf(from.getTime(), zone)).toBe(day);
  expect(dayOf(from.getTime() - 1, zone) < day).toBe(true);
  expect(dayOf(to.getTime() - 1, zone)).toBe(day);
});

test('days are counted with the first and the last', () => {
  expect(countDays({ from: '2026-03-01', to: '2026-03-31' })).toBe(31);
});

test.each([
  ['2026-11-21', true],
  ['2026-02-30', false],
  ['2026-11', false],
  ['21.11.2026', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
