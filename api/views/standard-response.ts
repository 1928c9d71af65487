import type * as z from 'zod';
import { planDue } from '../../domain/due.ts';
import { countryOf } from '../../domain/numbers.ts';
import { nextCallAt } from '../../domain/next-call.ts';
import type { Route } from '../../domain/route.ts';
import type { CaseFacts, Telling } from '../../domain/standard-response.ts';
import { bestLanguage, fill, valueIn } from '../../domain/standard-response.ts';
import { namesOf } from '../../store/callback/names.ts';
import type { AgreedTime } from '../../store/callback/timeline.ts';
import { agreedTime, attempts } from '../../store/callback/timeline.ts';
import { contactNames } from '../../store/contact/contact-match.ts';
import type { ResponseCategory } from '../../store/response/response-categories.ts';
import type { StandardResponse } from '../../store/response/responses.ts';
import type { CallbackRow, Db } from '../../store/tables.ts';
import type { Caller } from '../auth/caller.ts';
import type * as schemas from '../schemas/standard-responses.ts';
import { actorView } from './actor.ts';
import { iso } from './row.ts';

export function categoryView({ id, parentId, name, version }: ResponseCategory): z.input<typeof schemas.responseCategory> {
  return { id, parentId, name: { ...name }, version };
}

/** Responses as they are edited, each with who edited it last. */
export async function responseViews(db: Db, responses: readonly StandardResponse[]): Promise<z.input<typeof schemas.standardResponse>[]> {
  const names = await namesOf(db, responses.flatMap(({ edited: { by } }) => (by && 'id' in by ? [by.id] : [])));
  return responses.map(({ title, text, routeIds, edited, ...response }) => ({
    ...response,
    title: { ...title },
    text: { ...text },
    routeIds: routeIds && [...routeIds],
    edited: { at: iso(edited.at), by: edited.by && actorView(edited.by, { names }) },
  }));
}

/** A response as the customer would read it, in the language nearest to the one wanted. */
export function filledView({ id, categoryId, title, text }: StandardResponse, facts: CaseFacts, telling: Telling): z.input<typeof schemas.filledResponse> {
  const language = bestLanguage(Object.keys(text), telling.language) ?? telling.language;
  const filled = fill(text[language] ?? '', (placeholder) => valueIn(facts, { ...telling, language }, placeholder));
  return { id, categoryId, title: title[language] ?? id, text: filled.text, missing: [...filled.missing], language };
}

/** Who asks for a text to be filled in, and when (ISO 8601). */
interface Asked {
  readonly caller: Caller;
  readonly now: string;
}

/** What of a callback can be filled in for whoever asks: a person signs with their own name, a machine with that of its agent. */
export async function factsOf(db: Db, row: CallbackRow, route: Route | null, { caller, now }: Asked): Promise<CaseFacts> {
  const agentId = row.agent_id ?? row.assignee_id;
  const [agents, name, agreed, tries] = await Promise.all([namesOf(db, agentId === null ? [] : [agentId]), nameOf(db, row), agreedTime(db, row), attempts(db, row.id)]);
  return {
    customer: { name, number: row.number, timeZone: row.time_zone },
    agentName: caller.type === 'user' ? caller.name : (agents.get(String(agentId)) ?? null),
    route: { name: route?.name ?? row.route_id, number: route?.numbers[0] ?? route?.policy.callerId ?? null, country: route && countryOf(route.policy.callerId) },
    callback: {
      id: row.id,
      requestedAt: iso(row.requested_at),
      dueAt: route && nextCall(row, { route, agreed, now }, tries.at(-1)?.by_hand ?? false),
      ...desired(row, { route, agreed, now }),
    },
    collected: row.collected,
  };
}

/** As every screen names the customer: by the name given, else by that of the contact. */
async function nameOf(db: Db, { name, contact_id }: CallbackRow): Promise<string> {
  if (name.trim() !== '' || contact_id === null) return name;
  return (await contactNames(db, [contact_id])).get(contact_id)?.name ?? name;
}

interface Agreed {
  readonly route: Route | null;
  readonly agreed: AgreedTime | null;
  readonly now: string;
}

/** The time the customer wants: the one agreed in a call that is not filed yet, with the window it will have then; else the one asked for. */
function desired(row: CallbackRow, { route, agreed, now }: Agreed): Pick<CaseFacts['callback'], 'desiredAt' | 'windowEndsAt'> {
  if (agreed === null) return { desiredAt: iso(row.desired_at), windowEndsAt: iso(row.window_ends_at) };
  const wanted = { kind: 'scheduled', requestedAt: iso(row.requested_at), desiredAt: agreed.at, windowEndsAt: agreed.windowEndsAt, notBefore: null } as const;
  return { desiredAt: agreed.at, windowEndsAt: route ? planDue(route.policy, wanted, now).windowEndsAt : agreed.windowEndsAt };
}

function nextCall(row: CallbackRow, { route: { policy }, agreed, now }: Agreed & { readonly route: Route }, byHand: boolean): string | null {
  const { status, last_outcome: lastOutcome, attempts_counted: attemptsCounted } = row;
  return nextCallAt(policy, { status, dueAt: iso(row.due_at), agreedAt: agreed?.at ?? null, wrapUpEndsAt: iso(row.wrap_up_ends_at), lastOutcome, attemptsCounted, byHand }, now);
}
