/** `npm run worker`: one worker, beside any number of others. It waits for PostgreSQL and Temporal to be there. */
import { stopOnSignals, untilThere } from '../config/process.ts';
import { beginSeparate } from '../config/separate.ts';
import { connectWorker, startWorker } from './worker.ts';

const parts = await beginSeparate(process.env);
const { config, log } = parts;
const native = await untilThere('Temporal', log, () => connectWorker(config, log));
const worker = await startWorker({ ...parts, connection: native });
log.info('The worker is ready.');

const onFailure = (error: unknown) => log.fatal({ err: error }, 'The worker could not go on.');
stopOnSignals(async () => {
  await worker.stop();
  await native.close();
  log.info('The worker has stopped.');
  await parts.close();
}, onFailure);
worker.done.catch((error: unknown) => {
  onFailure(error);
  process.exit(1);
});
