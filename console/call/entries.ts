import type { Contact, Directory, Invitation } from '../api/types.ts';

/** Somebody who can be asked into a call, as a line of the directory. */
export interface Entry {
  readonly key: string;
  readonly target: Invitation['target'];
  readonly canBeAsked: boolean;
}

export type AgentEntry = Entry & { readonly agent: Directory['agents'][number] };
export type RouteEntry = Entry & { readonly route: Directory['routes'][number] };
export type NumberEntry = Entry & { readonly number: string };
/** A contact by one of their numbers. */
export type ContactEntry = NumberEntry & { readonly contact: Contact };

/** The lines of a directory, by what they are. */
export interface Entries {
  /** The number that was typed; none where it is no number. */
  readonly numbers: readonly NumberEntry[];
  readonly agents: readonly AgentEntry[];
  readonly routes: readonly RouteEntry[];
  readonly contacts: readonly ContactEntry[];
}

/**
 * What can be chosen for what was typed.
 * @param number what was typed as E.164; null: it is no telephone number
 */
export function entriesOf(directory: Directory | undefined, contacts: readonly Contact[], number: string | null): Entries {
  const { agents = [], routes = [] } = directory ?? {};
  return {
    numbers: number === null ? [] : [{ key: 'number', target: { number, name: '' }, canBeAsked: true, number }],
    agents: agents.map((agent) => ({ key: `agent ${agent.id}`, target: { agentId: agent.id }, canBeAsked: agent.canBeAsked, agent })),
    routes: routes.map((route) => ({ key: `route ${route.id}`, target: { routeId: route.id }, canBeAsked: true, route })),
    contacts: contacts.flatMap(numbersOf),
  };
}

function numbersOf(contact: Contact): ContactEntry[] {
  const { id, name, numbers } = contact;
  return numbers.map(({ number }) => ({ key: `contact ${id} ${number}`, target: { number, name }, canBeAsked: true, number, contact }));
}

/** Every line, in the order in which they are shown. */
function linesOf({ numbers, agents, routes, contacts }: Entries): Entry[] {
  return [...numbers, ...agents, ...routes, ...contacts];
}

/** What the lines are, in their order, and which of them can be asked. */
export function keysOf(entries: Entries): string {
  return linesOf(entries).map(({ key, canBeAsked }) => `${canBeAsked} ${key}`).join('\n');
}

/** The line of that key; null: it is not there any more. */
export function entryOf(entries: Entries, key: string): Entry | null {
  return linesOf(entries).find((entry) => entry.key === key) ?? null;
}
