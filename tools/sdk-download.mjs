/**
 * `node tools/sdk-download.mjs dev-server|test-server FOLDER` lets Temporal's SDK download a server into the folder, and starts
 * and stops it once, which proves that it runs here. A process of its own, because the SDK's runtime prints to the terminal.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [which, downloadDir] = process.argv.slice(2);
const server = { executable: { type: 'cached-download', downloadDir } };
const environment =
  which === 'dev-server'
    ? await TestWorkflowEnvironment.createLocal({ server })
    : await TestWorkflowEnvironment.createTimeSkipping({ server });
await environment.teardown();
