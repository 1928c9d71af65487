import { defaultPayloadConverter, type Payload } from '@temporalio/common';

/** Why a payload was refused: it was not encrypted, its key is none of ours, or it does not decrypt. */
export type RefusedReason = 'plaintext' | 'unknown key' | 'damaged';

/** What a worker finds where a payload was refused. Loaded into the workflow sandbox too: no I/O here. */
export interface RefusedPayload {
  readonly ringbackRefused: RefusedReason;
}

export function refusedPayload(reason: RefusedReason): Payload {
  const value: RefusedPayload = { ringbackRefused: reason };
  return defaultPayloadConverter.toPayload(value);
}

/** Whether a decoded value stands for a payload that was refused. */
export function isRefusedPayload(value: unknown): value is RefusedPayload {
  return typeof value === 'object' && value !== null && 'ringbackRefused' in value;
}
