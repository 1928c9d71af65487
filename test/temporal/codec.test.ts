import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { PayloadKey } from '../../config/payload-keys.ts';
import { clientCodec, workerCodec } from '../../temporal/codec.ts';
import { isRefusedPayload } from '../../temporal/refused.ts';

const keyOf = (id: string, byte: number): PayloadKey => ({ id, key: Buffer.alloc(32, byte) });
const OLD = keyOf('old', 1);
const NEW = keyOf('new', 2);

const toPayload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const fromPayload = (payload: Payload | undefined): unknown => payload && defaultPayloadConverter.fromPayload(payload);

async function encrypted(value: unknown, ...keys: PayloadKey[]): Promise<Payload> {
  const [payload] = await clientCodec(keys).encode([toPayload(value)]);
  return payload ?? {};
}

async function asWorkerSees(payload: Payload, ...keys: PayloadKey[]): Promise<unknown> {
  return fromPayload((await workerCodec(keys).decode([payload]))[0]);
}

function withByteFlipped(payload: Payload, at: number): Payload {
  const data = Buffer.from(payload.data ?? []);
  data[at < 0 ? data.length + at : at]! ^= 1;
  return { ...payload, data };
}

test.each([['an object', { a: [1, null] }], ['a string', 'さくら'], ['nothing', undefined], ['bytes', new Uint8Array([1, 2])]])(
  '%s comes back as it was',
  async (_, value) => {
    const [decoded] = await clientCodec([NEW]).decode([await encrypted(value, NEW)]);
    expect(fromPayload(decoded)).toEqual(value);
  },
);

test('neither the value nor its type can be read in what is sent', async () => {
  const payload = await encrypted('+81312345678', NEW);
  expect(Buffer.from(payload.data ?? []).toString('latin1')).not.toMatch(/12345678|json/);
  expect(Object.keys(payload.metadata ?? {}).toSorted((a, b) => a.localeCompare(b))).toEqual(['encoding', 'encryption-key-id']);
});

test('the same value is never sent as the same bytes', async () => {
  expect(await encrypted('x', NEW)).not.toEqual(await encrypted('x', NEW));
});

test('the first key encrypts; a payload of an older key is still read', async () => {
  const codec = clientCodec([NEW, OLD]);
  expect((await codec.decode([await encrypted('before', OLD)])).map(fromPayload)).toEqual(['before']);
  expect(Buffer.from((await encrypted('now', NEW, OLD)).metadata?.['encryption-key-id'] ?? []).toString()).toBe('new');
});

test('there is no codec without a key, for clients or for workers', () => {
  expect(() => clientCodec([])).toThrow(/PAYLOAD_KEYS/);
  expect(() => workerCodec([])).toThrow(/PAYLOAD_KEYS/);
});

describe('what is not ours', () => {
  const refused = async (): Promise<[string, Payload][]> => [
    ['plaintext', toPayload('+81312345678')],
    ['plaintext', {}],
    ['unknown key', await encrypted('x', OLD)],
    ['damaged', withByteFlipped(await encrypted('x', NEW), 0)],
    ['damaged', withByteFlipped(await encrypted('x', NEW), 14)],
    ['damaged', withByteFlipped(await encrypted('x', NEW), -1)],
    ['damaged', { ...(await encrypted('x', NEW)), data: Buffer.from('short') }],
    ['damaged', { ...(await encrypted('x', NEW)), data: null }],
    ['damaged', { ...(await encrypted('x', keyOf('other', 2))), metadata: (await encrypted('x', NEW)).metadata }],
  ];

  test('clients throw, saying why and nothing of the content', async () => {
    for (const [reason, payload] of await refused()) {
      await expect(clientCodec([NEW]).decode([payload])).rejects.toThrow(`A payload was refused: ${reason}.`);
    }
  });

  test('workers never throw: it becomes a refused payload with the reason', async () => {
    for (const [reason, payload] of await refused()) {
      const value = await asWorkerSees(payload, NEW);
      expect(isRefusedPayload(value)).toBe(true);
      expect(value).toEqual({ ringbackRefused: reason });
    }
  });

  test('one refused payload does not touch its neighbours', async () => {
    const decoded = await workerCodec([NEW]).decode([toPayload('x'), await encrypted('kept', NEW)]);
    expect(decoded.map(fromPayload)).toEqual([{ ringbackRefused: 'plaintext' }, 'kept']);
  });
});
