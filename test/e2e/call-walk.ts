import type { en } from '../../console/i18n/en/index.ts';
import { CATALOGUES, pickLanguage } from '../../console/i18n/languages.ts';
import type { Channel } from '../../domain/words.ts';
import { endpointOf } from '../../tools/start/seed-data.ts';
import { until } from '../start/until.ts';
import { ringingAt } from './customer.ts';
import type { Looks, Person } from './person.ts';
import type { AgentName, Centre, RouteId } from './system.ts';
import { emailOf } from './system.ts';

export const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von und zu Hohenlohe-Schillingsfürst';

/** Told of each state when it is reached, and on whose screen it is to be seen. */
export type Seen = (person: Person, state: string) => Promise<unknown>;

/** A walk through the states of calls, in any language: everything is found by the words of the catalogue, and done by the keys. */
export interface Walk {
  readonly centre: Centre;
  readonly looks: Looks;
  readonly words: typeof en;
  readonly seen: Seen;
}

export function walkOf(centre: Centre, looks: Looks, seen: Seen): Walk {
  return { centre, looks, seen, words: CATALOGUES[pickLanguage([looks.locale ?? 'en'])] as unknown as typeof en };
}

/** Waits until the call on somebody's screen says this. */
export function callSays({ words }: Walk, person: Person, text: string | RegExp): Promise<void> {
  return person.sees(words.call.label, text);
}

/** Sets an agent Ready on a channel. */
export async function setReady({ words }: Walk, { page }: Person, channel: Channel = 'voice'): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: words.wish.not_ready }).waitFor();
  await page.keyboard.press('Alt+y');
  const group = page.getByRole('group', { name: words.channel[channel] });
  await group.getByRole('button', { name: words.wish.ready, exact: true }).click();
  await group.getByRole('button', { name: words.wish.ready, exact: true, pressed: true }).waitFor();
  await page.keyboard.press('Escape');
  await group.waitFor({ state: 'hidden' });
}

/** Another screen, by the way everybody takes. */
export async function goTo({ page }: Person, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
}

/** Closes what is open over the screen. */
export async function close({ page }: Person): Promise<void> {
  await page.keyboard.press('Escape');
  await until(async () => (await page.getByRole('dialog').count()) === 0);
}

export async function offered({ words }: Walk, agent: Person): Promise<void> {
  await agent.region(words.offer.title).waitFor();
}

/** A customer of a route is called and answers at once. */
export async function inConversation(walk: Walk, admin: Person, agent: Person, request: { readonly routeId: RouteId; readonly number: string; readonly name: string }): Promise<void> {
  await setReady(walk, agent);
  await admin.post('/v1/callbacks', { kind: 'asap', ...request });
  await offered(walk, agent);
  await agent.page.keyboard.press('Alt+a');
  await callSays(walk, agent, walk.words.status.connected);
  await agent.button(walk.words.control.hold).waitFor();
}

/** From now on an agent's telephone rings until `picksUp`. */
export function letRing(walk: Walk, agent: AgentName): Promise<void> {
  return behaves(walk, agent, 'manual');
}

/** The agent picks up the telephone that rings, and from now on at once. */
export async function picksUp(walk: Walk, agent: AgentName): Promise<void> {
  const { centre } = walk;
  await centre.sandbox('POST', `/calls/${await ringingAt(centre, endpointOf(emailOf(agent)))}/answer`, {});
  await behaves(walk, agent, 'answers');
}

async function behaves({ centre }: Walk, agent: AgentName, behaviour: 'answers' | 'manual'): Promise<void> {
  await centre.sandbox('PUT', `/people/${encodeURIComponent(endpointOf(emailOf(agent)))}`, { behaviour });
}
