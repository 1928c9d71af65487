import { isGrpcServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import type { Refusal } from '../workflows/messages.ts';

/** The workflow refused an update: the callback's state forbids it. `message` is a sentence for people. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

/** The callback has no running workflow: it was never started, or it has ended. */
export class NotRunning extends Error {
  override readonly name = 'NotRunning';

  constructor() {
    super('This callback has ended, or has not been started yet.');
  }
}

/** Temporal, or a worker, did not answer in time. An update may still take effect; saying it again does it once. */
export class TemporalUnavailable extends Error {
  override readonly name = 'TemporalUnavailable';

  constructor(cause: unknown) {
    super('The workflow engine does not answer at the moment; please try again.', { cause });
  }
}

/** gRPC codes (https://grpc.io/docs/guides/status-codes/) that say nothing against the request itself. */
const PASSING = new Set([1 /* cancelled */, 4 /* deadline */, 8 /* exhausted */, 10 /* aborted */, 14 /* unavailable */]);

/** Whether an error, or what caused it, is the server's absence or overload: the same request may work later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  if (!(error instanceof Error)) return false;
  if (isGrpcServiceError(error)) return PASSING.has(error.code);
  return isPassing(error.cause);
}
