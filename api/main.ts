/** `npm run api`: one API, beside any number of others. It waits for PostgreSQL and Temporal to be there. */
import { stopOnSignals } from '../config/process.ts';
import { beginSeparate } from '../config/separate.ts';
import { createApp } from './app.ts';
import { retireDemoPassword, tellPasswords } from './auth/demo-password.ts';
import { listen, PortTaken } from './server.ts';

const parts = await beginSeparate(process.env);
const { config, log } = parts;
const server = await listen(config.port).catch((error: unknown) => {
  if (!(error instanceof PortTaken)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
process.stderr.write(tellPasswords(await retireDemoPassword(parts)));
server.serve(createApp({ ...parts, sandboxUrl: null }));
log.info({ port: server.port }, 'The API is ready.');

stopOnSignals(
  async () => {
    await server.close();
    log.info('The API has stopped.');
    await parts.close();
  },
  (error) => log.fatal({ err: error }, 'The API could not stop in good order.'),
);
