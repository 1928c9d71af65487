import type { Deps } from './deps.ts';

/**
 * Has the sandbox telephone network lead these numbers to us, and no longer those that led here before, so that a new route can be
 * called at once. Real telephones are told by whoever owns the numbers. What the sandbox does not take is learnt at the next start.
 */
export async function leadNumbers({ sandboxUrl, config, log }: Deps, before: readonly string[], after: readonly string[]): Promise<void> {
  if (sandboxUrl === null) return;
  const voiceUrl = `${config.publicUrl}/twilio/voice/incoming`;
  const asked = [
    ...after.filter((number) => !before.includes(number)).map((number) => ask(number, 'PUT', JSON.stringify({ voiceUrl }))),
    ...before.filter((number) => !after.includes(number)).map((number) => ask(number, 'DELETE', null)),
  ];
  const failed = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected').length;
  if (failed > 0) log.warn({ failed }, 'the sandbox telephone network was not told of every number');

  async function ask(number: string, method: string, body: string | null): Promise<void> {
    const url = new URL(`/sandbox/numbers/${encodeURIComponent(number)}`, sandboxUrl ?? undefined);
    const answer = await fetch(url, { method, body, headers: { 'Content-Type': 'application/json' }, signal: AbortSignal.timeout(2000) });
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`);
  }
}
