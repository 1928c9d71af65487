import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { bundleParts } from '../temporal/data-converter.ts';
import { whenChanged } from './fingerprint.ts';
import type { Say } from './progress.mjs';
import { isThere } from './ways.ts';

/** Where the bundled workflow code of a checkout lies: a worker's `workflowBundle: { codePath }`. */
export const workflowBundlePath = (root: string) => join(root, 'dist', 'workflow-bundle.js');

async function bundle(workflowsPath: string, output: string): Promise<void> {
  const { code } = await bundleWorkflowCode({ workflowsPath, ...bundleParts, logger: new DefaultLogger('ERROR') });
  await writeFile(`${output}.new`, code);
  await rename(`${output}.new`, output);
}

/**
 * Bundles the workflow code for workers, once for each state of workflows/, domain/ and temporal/; in silence when there is none yet.
 *
 * @param root the checkout
 */
export async function bundleWorkflows(root: string, say: Say): Promise<void> {
  const workflowsPath = join(root, 'workflows', 'index.ts');
  if (!(await isThere(workflowsPath))) return;
  const output = workflowBundlePath(root);
  const inputs = ['workflows', 'domain', 'temporal', 'package-lock.json'];
  const made = await whenChanged(root, inputs, output, () => bundle(workflowsPath, output));
  say.done(made ? 'workflows bundled' : 'workflow bundle is up to date');
}
