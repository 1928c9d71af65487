import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../../config/config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OLDER_KEY = Buffer.alloc(32, 8).toString('base64');
const secrets = { AUTH_SECRET: 's'.repeat(32), PAYLOAD_KEYS: `a:${KEY}` };
const account = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'token' };

function problemsOf(env: NodeJS.ProcessEnv, options?: { separate?: boolean }): readonly string[] {
  try {
    readConfig(env, options);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

/** The variables that the sentences begin with. */
function namesIn(problems: readonly string[]): Set<string | undefined> {
  return new Set(problems.map((problem) => problem.split(' ')[0]));
}

describe('without anything but secrets', () => {
  const config = readConfig(secrets);

  test('every part is the one process’s own', () => {
    expect(config).toMatchObject({ databaseUrl: null, twilio: null, temporal: { address: null, namespace: 'default', tls: null } });
  });

  test('the port is 3000 and the public URL is that port on this machine', () => {
    expect(config).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000' });
  });

  test('an empty value counts as none', () => {
    expect(readConfig({ ...secrets, PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: null });
  });
});

describe('bad values', () => {
  test('each is one sentence, all at once', () => {
    const problems = problemsOf({
      ...secrets,
      PORT: 'abc',
      PUBLIC_URL: 'example.com',
      CENTRE_TIME_ZONE: 'Mars/Base',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://x',
      TEMPORAL_ADDRESS: 'nowhere',
      TEMPORAL_TLS: 'perhaps',
      SMTP_URL: 'mail',
    });
    const names = ['CENTRE_TIME_ZONE', 'DATABASE_URL', 'LOG_LEVEL', 'PORT', 'PUBLIC_URL', 'SMTP_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_TLS'];
    expect(problems).toHaveLength(names.length);
    expect(namesIn(problems)).toEqual(new Set(names));
  });

  test.each([
    ['PORT', '-1'], ['PORT', '65536'], ['PORT', '80.5'], ['AUTH_SECRET', 'short'], ['PAYLOAD_KEYS', 'a'],
    ['PAYLOAD_KEYS', `a:${KEY},a:${OLDER_KEY}`], ['PAYLOAD_KEYS', `a:${Buffer.alloc(16).toString('base64')}`],
  ])('%s=%s is refused, and the sentence names the variable', (name, value) => {
    expect(problemsOf({ ...secrets, [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  });

  test('no sentence repeats a secret', () => {
    const told = problemsOf({ AUTH_SECRET: 'hunter2', PAYLOAD_KEYS: 'swordfish' }).join(' ');
    expect(told).not.toMatch(/hunter2|swordfish/);
  });

  test('missing secrets are named', () => {
    expect(problemsOf({})).toEqual([expect.stringMatching(/^AUTH_SECRET is missing/), expect.stringMatching(/^PAYLOAD_KEYS is missing/)]);
  });
});

describe('Twilio', () => {
  test('an account without its token is refused', () => {
    expect(problemsOf({ ...secrets, TWILIO_ACCOUNT_SID: account.TWILIO_ACCOUNT_SID })).toEqual([
      expect.stringMatching(/^TWILIO_AUTH_TOKEN is missing/),
    ]);
  });

  test('another base URL is used with the account, and never the sandbox', () => {
    const config = readConfig({ ...secrets, ...account, TWILIO_API_BASE_URL: 'http://127.0.0.1:9/' });
    expect(config.twilio).toMatchObject({ accountSid: account.TWILIO_ACCOUNT_SID, baseUrl: 'http://127.0.0.1:9' });
  });

  test('a base URL alone says what else it needs, once each', () => {
    const problems = problemsOf({ ...secrets, TWILIO_API_BASE_URL: 'http://127.0.0.1:9' });
    expect(problems).toHaveLength(2);
    expect(namesIn(problems)).toEqual(new Set(['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN']));
  });
});

describe('a process that runs alone', () => {
  test('names everything it lacks', () => {
    expect(namesIn(problemsOf({}, { separate: true }))).toEqual(
      new Set(['AUTH_SECRET', 'DATABASE_URL', 'PAYLOAD_KEYS', 'TEMPORAL_ADDRESS', 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN']),
    );
  });
});

describe('keys', () => {
  test('the first payload key is the first in the list', () => {
    const { payloadKeys } = readConfig({ ...secrets, PAYLOAD_KEYS: `b:${KEY}, a:${OLDER_KEY}` });
    expect(payloadKeys.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('the key of the number hashes follows from the secret and differs with it', () => {
    const keyOf = (secret: string) => readConfig({ ...secrets, AUTH_SECRET: secret }).numberHashKey.toString('hex');
    expect(keyOf('s'.repeat(32))).toBe(keyOf('s'.repeat(32)));
    expect(keyOf('s'.repeat(32))).not.toBe(keyOf('t'.repeat(32)));
    expect(keyOf('s'.repeat(32))).toHaveLength(64);
  });
});

describe('TLS to Temporal', () => {
  test('an API key turns it on', () => {
    expect(readConfig({ ...secrets, TEMPORAL_API_KEY: 'k' }).temporal.tls).toEqual({ serverName: null, serverCa: null, client: null });
  });

  test('certificates are read from their files', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'tls-')), 'file.pem');
    await writeFile(path, 'PEM');
    const env = { ...secrets, TEMPORAL_TLS_CLIENT_CERT_PATH: path, TEMPORAL_TLS_CLIENT_KEY_PATH: path };
    expect(readConfig(env).temporal.tls?.client?.cert.toString()).toBe('PEM');
  });

  test('a certificate without its key, and a file that is not there, are refused', () => {
    expect(problemsOf({ ...secrets, TEMPORAL_TLS_CLIENT_CERT_PATH: '/not/there' })).toEqual([
      'TEMPORAL_TLS_CLIENT_CERT_PATH is /not/there, which cannot be read.',
      'TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH belong together: set both or neither.',
    ]);
  });
});
