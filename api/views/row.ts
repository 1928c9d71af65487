import type * as z from 'zod';
import type { Route } from '../../domain/route.ts';
import { isSelfDistributor } from '../../domain/words.ts';
import { contactNames } from '../../store/contact/contact-match.ts';
import { namesOf } from '../../store/callback/names.ts';
import type { LastNote } from '../../store/callback/last-notes.ts';
import { lastNotes } from '../../store/callback/last-notes.ts';
import { readRoutes } from '../../store/route/routes.ts';
import type { ListedRow } from '../../store/callback/callbacks.ts';
import type { CallbackRow, Db } from '../../store/tables.ts';
import type { callbackRow } from '../schemas/callbacks.ts';
import { filedView } from './route.ts';

export type RowView = z.output<typeof callbackRow>;

/** What rows refer to by id: read once for a whole page of them. */
export interface Context {
  readonly routes: ReadonlyMap<string, Route>;
  readonly names: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, LastNote>;
  readonly contacts: ReadonlyMap<string, NonNullable<RowView['contact']>>;
}

/** Callbacks as every list shows them. */
export async function rowViews(db: Db, rows: readonly ListedRow[]): Promise<RowView[]> {
  if (rows.length === 0) return [];
  const context = await contextOf(db, rows, { earlierOf: rows });
  return rows.map((row) => rowView(row, context));
}

interface Also {
  readonly others?: readonly string[];
  readonly earlierOf?: readonly ListedRow[];
}

/**
 * Reads what these rows refer to.
 *
 * @param also.others ids of people and machines who are to have a name, too
 * @param also.earlierOf which of the rows show an earlier callback's note where they have none: those whose case the reader may read
 */
export async function contextOf(db: Db, rows: readonly ListedRow[], { others = [], earlierOf = [] }: Also = {}): Promise<Context> {
  const people = rows.flatMap(({ assignee_id, agent_id, distributor }) => [assignee_id, agent_id, distributor]);
  const ids = [...people, ...others].filter((id) => id !== null);
  const [routes, names, notes, contacts] = await Promise.all([
    readRoutes(db),
    namesOf(db, ids),
    lastNotes(db, rows.map(({ id }) => id), earlierOf.map(({ id }) => id)),
    contactNames(db, rows.flatMap(({ contact_id }) => contact_id ?? [])),
  ]);
  return { routes: new Map(routes.map((route) => [route.id, route])), names, notes, contacts };
}

/** As `contextOf`, for page after page: routes are read once, a name when it is met first, notes and contacts for the page alone. */
export function contextKeeper(db: Db): (rows: readonly ListedRow[]) => Promise<Context> {
  const names = new Map<string, string>();
  const sought = new Set<string>();
  let routes: Promise<ReadonlyMap<string, Route>> | null = null;
  return async (rows) => {
    routes ??= readRoutes(db).then((all) => new Map(all.map((route) => [route.id, route])));
    const unknown = rows.flatMap(({ assignee_id, agent_id, distributor }) => [assignee_id, agent_id, distributor]).filter((id) => id !== null && !sought.has(id));
    for (const id of unknown) sought.add(String(id));
    const [found, notes, contacts, known] = await Promise.all([
      namesOf(db, unknown.map(String)),
      lastNotes(db, rows.map(({ id }) => id)),
      contactNames(db, rows.flatMap(({ contact_id }) => contact_id ?? [])),
      routes,
    ]);
    for (const [id, name] of found) names.set(id, name);
    return { routes: known, names, notes, contacts };
  };
}

/** One callback as every list shows it. */
export function rowView(row: ListedRow, context: Context): RowView {
  const { id, version, number, name, language, status, kind, origin, channel, attempt } = row;
  return {
    id,
    version,
    number,
    name,
    contact: row.contact_id === null ? null : (context.contacts.get(row.contact_id) ?? null),
    language,
    status,
    kind,
    origin,
    channel,
    attempt,
    route: { id: row.route_id, name: context.routes.get(row.route_id)?.name ?? row.route_id },
    requestedAt: row.requested_at.toISOString(),
    desiredAt: iso(row.desired_at),
    dueAt: iso(row.due_at),
    windowEndsAt: iso(row.window_ends_at),
    timeZone: row.time_zone,
    assignee: person(row.assignee_id, context),
    distributor: isSelfDistributor(row.distributor) ? row.distributor : person(row.distributor, context),
    agent: person(row.agent_id, context),
    attemptsPlaced: row.attempts_placed,
    lastOutcome: row.last_outcome,
    disposition: filedView(row.disposition, dispositionsOf(row, context)),
    endReason: row.end_reason,
    endedAt: iso(row.ended_at),
    ...lastNoteView(context.notes.get(id)),
  };
}

function lastNoteView(note: LastNote | undefined): Pick<RowView, 'lastNote' | 'earlierNote'> {
  if (!note?.earlier) return { lastNote: note?.text ?? null, earlierNote: null };
  return { lastNote: null, earlierNote: { text: note.text, requestedAt: iso(note.earlier) } };
}

/** Somebody by id, with a name to show; the id itself where they have none. */
export function person(id: string | null, { names }: Pick<Context, 'names'>): { id: string; name: string } | null {
  return id === null ? null : { id, name: names.get(id) ?? id };
}

/** The dispositions of a callback's route. */
export function dispositionsOf({ route_id }: Pick<CallbackRow, 'route_id'>, { routes }: Pick<Context, 'routes'>): Route['policy']['dispositions'] {
  return routes.get(route_id)?.policy.dispositions ?? [];
}

/** An instant of the database as the API writes it. */
export function iso<T extends Date | null>(at: T): T extends null ? string | null : string;
export function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
