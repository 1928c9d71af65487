import fc from 'fast-check';
import type { Calendar } from '../../domain/hours.ts';
import { holidayCountries, isOpen, nextOpen, openings } from '../../domain/hours.ts';

const NINE_TO_SIX = [{ from: '09:00', to: '18:00' }];
const OFFICE: Calendar = {
  timeZone: 'Asia/Tokyo',
  hours: { 1: NINE_TO_SIX, 2: NINE_TO_SIX, 3: NINE_TO_SIX, 4: NINE_TO_SIX, 5: NINE_TO_SIX },
  holidayCountry: 'JP',
  closedDates: ['2026-12-29'],
};
const ALL_DAY = [{ from: '00:00', to: '24:00' }];
const ALWAYS: Calendar = {
  timeZone: 'Europe/Berlin',
  hours: { 1: ALL_DAY, 2: ALL_DAY, 3: ALL_DAY, 4: ALL_DAY, 5: ALL_DAY, 6: ALL_DAY, 7: ALL_DAY },
  holidayCountry: null,
  closedDates: [],
};

test('within hours the stretch begins at once and ends with the day’s hours', () => {
  expect(nextOpen(OFFICE, '2026-11-24T10:30:00+09:00')).toEqual({
    startsAt: '2026-11-24T01:30:00.000Z',
    endsAt: '2026-11-24T09:00:00.000Z',
  });
});

test('before opening the stretch begins at opening', () => {
  expect(nextOpen(OFFICE, '2026-11-24T05:00:00+09:00')?.startsAt).toBe('2026-11-24T00:00:00.000Z');
});

test('the closing minute itself is closed', () => {
  expect(isOpen(OFFICE, '2026-11-24T18:00:00+09:00')).toBe(false);
  expect(isOpen(OFFICE, '2026-11-24T17:59:59+09:00')).toBe(true);
});

test('after Friday’s hours comes Monday; a public holiday on Monday makes it Tuesday', () => {
  expect(nextOpen(OFFICE, '2026-11-20T19:00:00+09:00')?.startsAt).toBe('2026-11-24T00:00:00.000Z');
});

test('a closed date is closed', () => {
  expect(isOpen(OFFICE, '2026-12-29T10:00:00+09:00')).toBe(false);
});

test('a holiday of another country is an ordinary day', () => {
  expect(isOpen({ ...OFFICE, holidayCountry: null }, '2026-11-23T10:00:00+09:00')).toBe(true);
});

test('a calendar without hours never opens', () => {
  expect(nextOpen({ ...OFFICE, hours: {} }, '2026-11-24T10:00:00Z')).toBeNull();
});

test('a span that ends before it begins is no span', () => {
  expect(nextOpen({ ...ALWAYS, hours: { 2: [{ from: '10:00', to: '09:00' }] } }, '2026-11-24T10:00:00Z')).toBeNull();
});

test('two spans a day leave the pause between them closed, in whichever order they are written', () => {
  const split = { ...OFFICE, hours: { 2: [{ from: '13:00', to: '18:00' }, { from: '09:00', to: '12:00' }] } };
  expect(nextOpen(split, '2026-11-24T12:30:00+09:00')?.startsAt).toBe('2026-11-24T04:00:00.000Z');
  expect(nextOpen(split, '2026-11-24T08:00:00+09:00')?.startsAt).toBe('2026-11-24T00:00:00.000Z');
});

test('opening hours keep their local time over a change to summer time', () => {
  const morning = { ...ALWAYS, hours: { 7: [{ from: '02:30', to: '09:00' }] } };
  // On 2027-03-28 Berlin's clocks go from 02:00 to 03:00: half past two does not exist, and the span begins at half past three.
  expect(nextOpen(morning, '2027-03-27T23:00:00Z')).toEqual({
    startsAt: '2027-03-28T01:30:00.000Z',
    endsAt: '2027-03-28T07:00:00.000Z',
  });
});

test('a day of 25 hours is open for 25 hours', () => {
  const stretch = nextOpen({ ...ALWAYS, hours: { 7: ALL_DAY } }, '2026-10-24T22:00:00Z');
  expect(Date.parse(stretch?.endsAt ?? '') - Date.parse(stretch?.startsAt ?? '')).toBe(25 * 3_600_000);
});

test('days that meet at midnight are one stretch, as far as a fortnight; a closed day ends it', () => {
  expect(nextOpen(ALWAYS, '2026-11-23T23:00:00Z')?.endsAt).toBe('2026-12-08T23:00:00.000Z');
  expect(nextOpen({ ...ALWAYS, closedDates: ['2026-11-26'] }, '2026-11-23T23:00:00Z')?.endsAt).toBe('2026-11-25T23:00:00.000Z');
});

test('at whatever instant one asks, what opens next is not earlier, is open, and ends after it begins', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }), (date) => {
      const stretch = nextOpen(OFFICE, date.toISOString());
      if (!stretch) throw new Error('the office opens every week');
      expect(stretch.startsAt >= date.toISOString()).toBe(true);
      expect(stretch.endsAt > stretch.startsAt).toBe(true);
      expect(isOpen(OFFICE, stretch.startsAt)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('asked many times, a calendar answers as it does when asked once', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
  fc.assert(
    fc.property(fc.array(minutes, { minLength: 1, maxLength: 30 }), fc.constantFrom(OFFICE, ALWAYS, { ...OFFICE, hours: {} }), (asked, calendar) => {
      const opens = openings(calendar);
      for (const minute of asked) {
        const at = new Date(Date.parse('2026-11-20T00:00:00Z') + minute * 60_000).toISOString();
        expect(opens(at)?.startsAt).toBe(nextOpen(calendar, at)?.startsAt);
      }
    }),
    { numRuns: 30 },
  );
});

test('the countries whose holidays are known are there by their codes', () => {
  expect(holidayCountries()).toEqual(expect.arrayContaining(['JP', 'KR', 'US', 'DE']));
});
