import { readFileSync } from 'node:fs';

/** The variable that tells the reporter in which file to leave the counts. */
export const countsVariable = 'RINGBACK_TEST_COUNTS';

/**
 * What a run of the tests came to. A file that could not be run counts as one failure: its tests are not known.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number }} results of jest
 * @returns {{ passed: number, failed: number }}
 */
export function countsOf(results) {
  return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
}

/**
 * The line that people and CI read at the end of a test run.
 *
 * @param {{ passed: number, failed: number }} counts
 */
export const closingLine = ({ passed, failed }) => `Tests: ${passed} passed, ${failed} failed`;

/**
 * What several runs came to together.
 *
 * @param {{ passed: number, failed: number }[]} runs
 */
export const sumOf = (runs) => runs.reduce((sum, run) => ({ passed: sum.passed + run.passed, failed: sum.failed + run.failed }), { passed: 0, failed: 0 });

/**
 * What jest found wrong beside the tests, such as rules that no test reaches, is one failure: everybody reads the closing line.
 *
 * @param {{ passed: number, failed: number }} counts
 * @param {number | null} jestCode `null` when a signal ended it
 */
export const withWhatElseFailed = (counts, jestCode) => (counts.failed === 0 && jestCode !== 0 ? { ...counts, failed: 1 } : counts);

/**
 * How the run ends: with jest's exit code (which also covers coverage), but never with 0 when something failed or nothing ran.
 *
 * @param {{ passed: number, failed: number }} counts
 * @param {number | null} jestCode `null` when a signal ended it
 */
export function exitCode({ passed, failed }, jestCode) {
  return jestCode === 0 && (failed > 0 || passed === 0) ? 1 : (jestCode ?? 1);
}

/**
 * The counts that the reporter left; a run that left none ended before its end, which is one failure.
 *
 * @param {string} file
 * @returns {{ passed: number, failed: number }}
 */
export function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}
