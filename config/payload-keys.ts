/** A key that payloads are encrypted with. The id travels with every payload and says which key opens it. */
export interface PayloadKey {
  readonly id: string;
  /** 32 bytes, for AES-256. */
  readonly key: Buffer;
}

const ENTRY = /^([A-Za-z0-9_.-]{1,64}):([A-Za-z0-9+/]{43}=)$/;

/**
 * Reads `PAYLOAD_KEYS`: `id:base64key[,id:base64key]`. The first key encrypts, every key decrypts.
 *
 * @returns null when an entry is no `id:base64key` of 32 bytes, or when an id occurs twice
 */
export function parsePayloadKeys(text: string): readonly PayloadKey[] | null {
  const keys = text.split(',').map((entry) => parseEntry(entry.trim()));
  if (!keys.every((key) => key !== null)) return null;
  const ids = new Set(keys.map((key) => key.id));
  return ids.size === keys.length ? keys : null;
}

function parseEntry(entry: string): PayloadKey | null {
  const [, id, key] = ENTRY.exec(entry) ?? [];
  return id && key ? { id, key: Buffer.from(key, 'base64') } : null;
}

/** Writes keys as `PAYLOAD_KEYS` holds them. */
export function formatPayloadKeys(keys: readonly PayloadKey[]): string {
  return keys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');
}
