/** What a person can mend: its message is one clear sentence, shown without a stack, and the process ends with 1. */
export class Problem extends Error {
  name = 'Problem';
}

/**
 * Ends the process with 1: a `Problem` is shown as its sentence, anything else with its stack.
 *
 * @param {Error} error
 * @returns {never}
 */
export function exitWith(error) {
  process.stderr.write(`${error instanceof Problem ? error.message : error.stack}\n`);
  process.exit(1);
}
