import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { PayloadKey } from '../config/payload-keys.ts';
import { clientCodec, workerCodec } from './codec.ts';

const failureConverterPath = fileURLToPath(new URL('failure-converter.cjs', import.meta.url));

/** What a bundle of workflow code must hold besides the workflows, so that nothing leaves or enters it in the clear. */
export const bundleParts = {
  failureConverterPath,
  workflowInterceptorModules: [fileURLToPath(new URL('refused-interceptor.ts', import.meta.url))],
};

/** For clients: what is not encrypted by us is an error. */
export function clientDataConverter(keys: readonly PayloadKey[]): DataConverter {
  return { failureConverterPath, payloadCodecs: [clientCodec(keys)] };
}

/** For workers: what is not encrypted by us is refused without an error. The bundle needs `bundleParts`. */
export function workerDataConverter(keys: readonly PayloadKey[]): DataConverter {
  return { failureConverterPath, payloadCodecs: [workerCodec(keys)] };
}
