/**
 * `node tools/prepare.mjs start` makes the machine ready for `npm start`; `node tools/prepare.mjs test` for `npm test` as well.
 * Ends with 1 and one sentence when something is missing that it cannot get.
 */
import { exitWith, Problem } from './problem.mjs';
import { setUp } from './set-up.mjs';

const purpose = process.argv[2];
if (purpose !== 'start' && purpose !== 'test') exitWith(new Problem('Say what to prepare for: start or test.'));
await setUp(purpose).catch(exitWith);
