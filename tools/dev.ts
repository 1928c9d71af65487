/**
 * `npm run dev`: the whole of Ringback, which starts again when a source file changes, and the console with hot reload beside it.
 * Ctrl-C ends both.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer } from 'vite';
import { readConfig } from '../config/config.ts';
import { withKeptSecrets } from '../config/secrets.ts';
import { root } from './set-up.mjs';

const { publicUrl, dataDir } = readConfig(await withKeptSecrets(process.env, process.env['DATA_DIR'] || '.ringback'));
const tsx = join(root, 'node_modules', '.bin', 'tsx');
/** Workflows and migrations are read, not imported: the watcher has to be told of them. */
const readFiles = ['--include', 'workflows/**/*.ts', '--include', 'store/migrations/*.sql', '--exclude', `${dataDir}/**`];
const system = spawn(tsx, ['watch', '--clear-screen=false', ...readFiles, 'tools/start.ts'], { cwd: root, stdio: 'inherit' });

process.env['RINGBACK_URL'] = publicUrl;
const pages = await createServer({ configFile: join(root, 'console', 'vite.config.ts') });
await pages.listen();
pages.printUrls();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => system.kill(signal));
const [code] = await once(system, 'exit');
await pages.close();
process.exit(typeof code === 'number' ? code : 0);
