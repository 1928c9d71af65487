/** `npm start`: the whole of Ringback in one process, until Ctrl-C. */
import { ConfigError } from '../config/config.ts';
import { stopOnSignals } from '../config/process.ts';
import { PortTaken } from '../api/server.ts';
import { orExit, Problem } from './problem.mjs';
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

const system = await orExit(() => starting.catch(sayKindly));
process.stdout.write(welcome(system));
system.done.catch(async (error: unknown) => {
  report(error);
  await system.stop();
  process.exit(1);
});

/** What a person can mend is shown as its sentences alone. */
function sayKindly(error: unknown): never {
  if (given.signal.aborted) process.exit(0);
  throw error instanceof ConfigError || error instanceof PortTaken ? new Problem(error.message) : error;
}

function report(error: unknown): void {
  process.stderr.write(`Ringback could not go on: ${error instanceof Error ? error.stack : String(error)}\n`);
}
