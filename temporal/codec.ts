import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { PayloadKey } from '../config/payload-keys.ts';
import { refusedPayload, type RefusedReason } from './refused.ts';

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const utf8 = new TextDecoder();
const PayloadProto = proto.temporal.api.common.v1.Payload;

/** A payload that is not ours, or no longer what it was. The message says why and nothing of the content. */
export class PayloadRefused extends Error {
  override readonly name = 'PayloadRefused';
  readonly reason: RefusedReason;

  constructor(reason: RefusedReason) {
    super(`A payload was refused: ${reason}.`);
    this.reason = reason;
  }
}

/**
 * Encrypts every payload whole, its type included, with AES-256-GCM and the first key; a fresh IV for each (NIST SP 800-38D).
 * Decrypts with whichever key the payload names. For clients.
 *
 * @throws {PayloadRefused} (decode) on plaintext, on an unknown key and on anything damaged
 * @throws {Error} at once, without a key
 */
export function clientCodec(keys: readonly PayloadKey[]): PayloadCodec {
  const { first, byId } = keyring(keys);
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(payload, first)),
    decode: async (payloads) => payloads.map((payload) => decrypt(payload, byId)),
  };
}

/**
 * The same for workers, whose decoding never fails: a payload that a client would throw on becomes a `RefusedPayload`, which the
 * workflow's interceptor drops (refused-interceptor.ts). Failing here would fail the workflow task again and again, for good.
 *
 * @throws {Error} at once, without a key
 */
export function workerCodec(keys: readonly PayloadKey[]): PayloadCodec {
  const { first, byId } = keyring(keys);
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(payload, first)),
    decode: async (payloads) => payloads.map((payload) => decryptOrRefuse(payload, byId)),
  };
}

function keyring(keys: readonly PayloadKey[]): { first: PayloadKey; byId: ReadonlyMap<string, Buffer> } {
  const [first] = keys;
  if (!first) throw new Error('There is no key to encrypt payloads with: set PAYLOAD_KEYS.');
  return { first, byId: new Map(keys.map(({ id, key }) => [id, key])) };
}

function encrypt(payload: Payload, { id, key }: PayloadKey): Payload {
  const keyId = Buffer.from(id);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(keyId);
  const ciphertext = [cipher.update(PayloadProto.encode(payload).finish()), cipher.final()];
  return {
    metadata: { encoding: Buffer.from(ENCODING), [KEY_ID]: keyId },
    data: Buffer.concat([iv, ...ciphertext, cipher.getAuthTag()]),
  };
}

function decrypt(payload: Payload, keys: ReadonlyMap<string, Buffer>): Payload {
  const keyId = payload.metadata?.[KEY_ID];
  if (textOf(payload.metadata?.['encoding']) !== ENCODING || !keyId) throw new PayloadRefused('plaintext');
  const key = keys.get(textOf(keyId));
  if (!key) throw new PayloadRefused('unknown key');
  try {
    return PayloadProto.decode(open(payload.data ?? new Uint8Array(), key, keyId));
  } catch {
    throw new PayloadRefused('damaged');
  }
}

function open(data: Uint8Array, key: Buffer, keyId: Uint8Array): Uint8Array {
  const iv = data.subarray(0, IV_BYTES);
  const ciphertext = data.subarray(IV_BYTES, data.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    .setAAD(keyId)
    .setAuthTag(data.subarray(data.length - TAG_BYTES));
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

/** The id of the key that a payload names; null when it was not encrypted by us. */
export function keyIdOf({ metadata }: Payload): string | null {
  return textOf(metadata?.['encoding']) === ENCODING ? textOf(metadata?.[KEY_ID]) : null;
}

function decryptOrRefuse(payload: Payload, keys: ReadonlyMap<string, Buffer>): Payload {
  try {
    return decrypt(payload, keys);
  } catch (error) {
    return refusedPayload(error instanceof PayloadRefused ? error.reason : 'damaged');
  }
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return utf8.decode(bytes ?? new Uint8Array());
}
