/** `npm start`: the whole of Ringback in one process, until Ctrl-C. */
import { ConfigError } from '../config/config.ts';
import { stopOnSignals } from '../config/process.ts';
import { PortTaken } from '../api/server.ts';
import { exitWith, Problem } from './problem.mjs';
import { createProgress } from './progress.mjs';
import { welcome } from './start/welcome.ts';
import { startSystem } from './start/system.ts';

const given = new AbortController();
const starting = startSystem({ step: createProgress(), signal: given.signal });

stopOnSignals(async () => {
  given.abort();
  const system = await starting.catch(() => null);
  await system?.stop();
}, report);

const system = await starting.catch((error: unknown) => exitWith(asProblem(error)));
process.stdout.write(welcome(system));
system.done.catch(async (error: unknown) => {
  report(error);
  await system.stop();
  process.exit(1);
});

/** What a person can mend is shown as its sentences alone. */
function asProblem(error: unknown): Error {
  if (given.signal.aborted) process.exit(0);
  if (error instanceof ConfigError || error instanceof PortTaken) return new Problem(error.message);
  return error instanceof Error ? error : new Error(String(error));
}

function report(error: unknown): void {
  process.stderr.write(`Ringback could not go on: ${error instanceof Error ? error.stack : String(error)}\n`);
}
