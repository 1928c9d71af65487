import type { Kind } from '../../domain/words.ts';
import type { Person } from './person.ts';
import type { Centre, RouteId } from './system.ts';

/** What a website's form sends. */
export interface WebForm {
  readonly routeId: RouteId;
  readonly number: string;
  readonly name?: string;
  readonly kind: Kind;
  readonly at?: string;
  readonly windowEndsAt?: string;
  readonly timeZone?: string;
  readonly origin: 'web' | 'api';
  readonly collected?: Readonly<Record<string, string>>;
}

/** A website that asks for callbacks with a key of its own. */
export async function openWebsite(centre: Centre, admin: Person): Promise<(form: WebForm) => Promise<void>> {
  const origin = centre.system.url;
  const made = await admin.context.request.post('/auth/api-key/create', { data: { name: 'website' }, headers: { origin } });
  if (!made.ok()) throw new Error(`No key was made: ${made.status()} ${await made.text()}`);
  const { key } = (await made.json()) as { key: string };
  return async (form) => {
    const asked = await fetch(`${origin}/v1/callbacks`, { method: 'POST', headers: { 'X-API-Key': key, 'Content-Type': 'application/json' }, body: JSON.stringify(form) });
    if (asked.status !== 201) throw new Error(`The request was refused: ${asked.status} ${await asked.text()}`);
  };
}
