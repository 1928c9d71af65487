import type { System } from './system.ts';

/** What a newcomer reads once everything runs: where to go, and as whom. */
export function welcome({ url, accounts, config, sandbox }: Pick<System, 'url' | 'accounts' | 'config' | 'sandbox'>): string {
  const nameWidth = Math.max(0, ...accounts.map(({ name }) => displayWidth(name)));
  const emailWidth = Math.max(0, ...accounts.map(({ email }) => email.length));
  const lines = accounts.map(({ role, name, email, password }) => {
    const padded = name + ' '.repeat(nameWidth - displayWidth(name));
    return `  ${role.padEnd(13)}  ${padded}  ${email.padEnd(emailWidth)}  ${password ?? 'password as shown at the first start'}`;
  });
  return [
    '',
    `Ringback is ready: ${url}`,
    ...(lines.length > 0 ? ['', 'Sign in as', ...lines] : []),
    '',
    sandbox ? 'Its telephones are a sandbox: nobody is really called.' : 'Its telephones are real.',
    `Data and logs are in ${config.dataDir}. Ctrl-C stops everything.`,
    '',
  ].join('\n');
}

/** Columns in a terminal: Japanese characters take two. */
function displayWidth(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0);
}
