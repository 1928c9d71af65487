import { daysAndHours, formatBytes, formatClock, formatCountdown, roughly } from '../../console/formats/duration.ts';

test('a clock shows minutes and seconds, and hours once there are any', () => {
  expect(formatClock(23_000)).toBe('0:23');
  expect(formatClock(134_999)).toBe('2:14');
  expect(formatClock(3_734_000)).toBe('1:02:14');
});

test('a clock is never negative', () => {
  expect(formatClock(-5_000)).toBe('0:00');
});

test('a countdown shows 0:00 only when the time has come', () => {
  expect(formatCountdown(1)).toBe('0:01');
  expect(formatCountdown(0)).toBe('0:00');
  expect(formatCountdown(-1)).toBe('0:00');
});

test('from a day on, days and hours are told instead of a clock', () => {
  expect(daysAndHours(24 * 3_600_000 - 1)).toBeNull();
  expect(daysAndHours(24 * 3_600_000)).toEqual({ days: 1, hours: 0 });
  expect(daysAndHours((167 * 60 + 24) * 60_000)).toEqual({ days: 6, hours: 23 });
});

test('a waiting time is told in its largest sensible unit', () => {
  expect(roughly(59_999)).toEqual({ unit: 'minutes', count: 0 });
  expect(roughly(59 * 60_000)).toEqual({ unit: 'minutes', count: 59 });
  expect(roughly(60 * 60_000)).toEqual({ unit: 'hours', count: 1 });
  expect(roughly(47 * 3_600_000)).toEqual({ unit: 'hours', count: 47 });
  expect(roughly(48 * 3_600_000)).toEqual({ unit: 'days', count: 2 });
});

test('a size is told in kB, then in MB', () => {
  expect(formatBytes(340_000)).toBe('340 kB');
  expect(formatBytes(1_240_000)).toBe('1.2 MB');
});
