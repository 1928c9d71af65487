import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, countsOf, exitCode, readCounts, sumOf, withWhatElseFailed } from '../../tools/closing-line.mjs';

test('the closing line counts tests, and a file that could not be run as one failure', () => {
  const results = { numPassedTests: 12, numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
  expect(closingLine(countsOf(results))).toBe('Tests: 12 passed, 3 failed');
});

test.each([
  { counts: { passed: 3, failed: 0 }, jest: 0, ends: 0, why: 'everything passed' },
  { counts: { passed: 3, failed: 0 }, jest: 1, ends: 1, why: 'jest found something else wrong, such as coverage' },
  { counts: { passed: 3, failed: 1 }, jest: 0, ends: 1, why: 'something failed' },
  { counts: { passed: 0, failed: 0 }, jest: 0, ends: 1, why: 'nothing ran' },
  { counts: { passed: 3, failed: 0 }, jest: null, ends: 1, why: 'a signal ended jest' },
])('a run ends with $ends when $why', ({ counts, jest, ends }) => {
  expect(exitCode(counts, jest)).toBe(ends);
});

test.each([
  { counts: { passed: 3, failed: 0 }, jest: 0, failed: 0, why: 'everything passed' },
  { counts: { passed: 3, failed: 0 }, jest: 1, failed: 1, why: 'only the coverage fell short' },
  { counts: { passed: 3, failed: 2 }, jest: 1, failed: 2, why: 'tests failed' },
  { counts: { passed: 3, failed: 0 }, jest: null, failed: 1, why: 'a signal ended jest' },
])('the closing line says $failed failed when $why', ({ counts, jest, failed }) => {
  expect(closingLine(withWhatElseFailed(counts, jest))).toBe(`Tests: 3 passed, ${failed} failed`);
});

test('a run that left no counts is one failure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-counts-'));
  const file = join(folder, 'counts.json');
  expect(readCounts(file)).toEqual({ passed: 0, failed: 1 });
  writeFileSync(file, JSON.stringify({ passed: 2, failed: 0 }));
  expect(readCounts(file)).toEqual({ passed: 2, failed: 0 });
  rmSync(folder, { recursive: true });
});

test('several runs are counted together', () => {
  expect(sumOf([{ passed: 2, failed: 0 }, { passed: 5, failed: 1 }])).toEqual({ passed: 7, failed: 1 });
});
