import { formatBeside, formatDay, formatInstant, formatNear, formatWindow, formatWindowBeside, fromWall, isSkipped, toWall } from '../../console/formats/instant.ts';

const nowMs = Date.parse('2025-11-21T01:00:00Z');
const tokyo = { language: 'ja', timeZone: 'Asia/Tokyo', nowMs };
const seoul = { language: 'ko', timeZone: 'Asia/Seoul', nowMs };
const london = { language: 'en', timeZone: 'Europe/London', nowMs };

describe('an instant', () => {
  test('is written 11/21(金) 14:30 in Japanese', () => {
    expect(formatInstant('2025-11-21T05:30:00Z', tokyo)).toBe('11/21(金) 14:30');
  });

  test.each([
    ['2025-11-17', '11/17(月)'],
    ['2025-11-18', '11/18(火)'],
    ['2025-11-19', '11/19(水)'],
    ['2025-11-20', '11/20(木)'],
    ['2025-11-22', '11/22(土)'],
    ['2025-11-23', '11/23(日)'],
  ])('keeps its weekday in Japanese: %s', (day, written) => {
    expect(formatDay(`${day}T03:00:00Z`, tokyo)).toBe(written);
  });

  test('is written 11.21(금) 14:30 in Korean', () => {
    expect(formatInstant('2025-11-21T05:30:00Z', seoul)).toBe('11.21(금) 14:30');
    expect(formatInstant('2025-12-31T15:05:00Z', seoul)).toBe('2026.1.1(목) 00:05');
    expect(formatWindow('2025-11-21T14:30:00Z', '2025-11-21T15:30:00Z', seoul)).toBe('11.21(금) 23:30–11.22(토) 00:30');
  });

  test('is written Fri 21 Nov 05:30 in English', () => {
    expect(formatInstant('2025-11-21T05:30:00Z', london)).toBe('Fri 21 Nov 05:30');
  });

  test('says its year when it is not this one, as the zone sees it', () => {
    expect(formatInstant('2025-12-31T14:59:00Z', tokyo)).toBe('12/31(水) 23:59');
    expect(formatInstant('2025-12-31T15:00:00Z', tokyo)).toBe('2026/1/1(木) 00:00');
    expect(formatDay('2024-01-01T12:00:00Z', london)).toBe('Mon 1 Jan 2024');
  });

  test('of today shows only its time where space is short', () => {
    expect(formatNear('2025-11-21T05:30:00Z', tokyo)).toBe('14:30');
    expect(formatNear('2025-11-21T15:30:00Z', tokyo)).toBe('11/22(土) 00:30');
  });
});

describe('a window', () => {
  test('says its day once', () => {
    expect(formatWindow('2025-11-21T05:30:00Z', '2025-11-21T06:00:00Z', tokyo)).toBe('11/21(金) 14:30–15:00');
  });

  test('over midnight says both days', () => {
    expect(formatWindow('2025-11-21T14:30:00Z', '2025-11-21T15:30:00Z', tokyo)).toBe('11/21(金) 23:30–11/22(土) 00:30');
  });
});

describe("the customer's time beside the centre's", () => {
  test('names the city, and the day only where it is another', () => {
    expect(formatBeside('2025-11-21T05:30:00Z', 'Europe/London', tokyo)).toBe('05:30 London');
    expect(formatBeside('2025-11-21T04:30:00Z', 'America/New_York', tokyo)).toBe('11/20(木) 23:30 New York');
  });

  test('tells both ends of a window, the days only where they differ', () => {
    expect(formatWindowBeside('2025-11-21T05:30:00Z', '2025-11-21T06:00:00Z', 'Europe/London', tokyo)).toBe('05:30–06:00 London');
    expect(formatWindowBeside('2025-11-21T04:30:00Z', '2025-11-21T05:30:00Z', 'America/New_York', tokyo)).toBe('11/20(木) 23:30–11/21(金) 00:30 New York');
    expect(formatWindowBeside('2025-11-21T04:30:00Z', '2025-11-21T05:30:00Z', 'Asia/Seoul', tokyo)).toBeNull();
  });

  test('is left out where both clocks agree, whatever the zone is called', () => {
    expect(formatBeside('2025-11-21T05:30:00Z', 'Asia/Seoul', tokyo)).toBeNull();
  });

  test('is left out where the zone is not known', () => {
    expect(formatBeside('2025-11-21T05:30:00Z', null, tokyo)).toBeNull();
    expect(formatBeside('2025-11-21T05:30:00Z', 'Mars/Olympus', tokyo)).toBeNull();
  });
});

describe('a typed time', () => {
  test("is read in the centre's zone", () => {
    expect(fromWall('2025-11-21T14:30', 'Asia/Tokyo')).toBe('2025-11-21T05:30:00.000Z');
    expect(fromWall('2025-07-01T14:30', 'Europe/London')).toBe('2025-07-01T13:30:00.000Z');
  });

  test('that is none is none', () => {
    expect(fromWall('', 'Asia/Tokyo')).toBeNull();
    expect(fromWall('tomorrow', 'Asia/Tokyo')).toBeNull();
  });

  test.each([
    ['2026-03-29T01:30', 'Europe/London', true],
    ['2026-03-29T00:59', 'Europe/London', false],
    ['2026-03-29T02:00', 'Europe/London', false],
    ['2026-10-25T01:30', 'Europe/London', false],
    ['2026-03-29T01:30', 'Asia/Tokyo', false],
    ['', 'Europe/London', false],
  ])('%s in %s is left out by the clocks: %s', (text, zone, expected) => {
    expect(isSkipped(text, zone)).toBe(expected);
    expect(fromWall(text, zone) === null).toBe(expected || text === '');
  });

  test('comes back as it was typed', () => {
    expect(toWall('2025-11-21T05:30:00.000Z', 'Asia/Tokyo')).toBe('2025-11-21T14:30');
  });
});
