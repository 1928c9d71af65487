import { legsByLabel, legsThatLeft } from '../../store/call/leg-read.ts';
import { digitsOf } from '../../store/call/played-tones.ts';
import type { CallTarget } from '../../store/call/call-targets.ts';
import { readTargets } from '../../store/call/call-targets.ts';
import { namesOf } from '../../store/callback/names.ts';
import type { Db, LegRow } from '../../store/tables.ts';
import type { TimelineEntry } from '../../store/callback/timeline.ts';
import { leftByItself } from '../../telephony/twilio/index.ts';

/** What the lines of a timeline are about, read once for all of them. */
export interface TimelineFacts {
  /** Whom the line is about: an agent, a route, or somebody outside; null: nobody in particular. */
  readonly whom: (entry: TimelineEntry) => string | null;
  /** Who put their telephone down at the end of an attempt; null: it was ended otherwise, or it is not known. */
  readonly hungUpBy: (entry: TimelineEntry) => 'agent' | 'customer' | null;
  /** What the line says, with the digits that the event has only a token for. */
  readonly data: (entry: TimelineEntry) => TimelineEntry['data'];
}

/** Reads whom the lines of a callback's timeline name by id: the events themselves hold neither names nor numbers. */
export async function timelineFacts(db: Db, callbackId: string, timeline: readonly TimelineEntry[]): Promise<TimelineFacts> {
  const [legs, left] = await Promise.all([legsByLabel(db, callbackId, said(timeline, 'label')), hasEnded(timeline) ? legsThatLeft(db, callbackId) : []]);
  const hungUp = left.filter(({ left_reason }) => leftByItself(left_reason) === true);
  const targets = await readTargets(db, [...new Set([...said(timeline, 'targetId'), ...legs.flatMap(({ target_id }) => target_id ?? [])])]);
  const digits = await digitsOf(db, said(timeline, 'token'));
  const names = await namesOf(db, [...PEOPLE.flatMap((field) => said(timeline, field)), ...legs.flatMap(({ agent_id }) => agent_id ?? [])]);
  return {
    whom: (entry) => whomOf(entry, { legs, targets, names }),
    hungUpBy: ({ type, data }) => (type === 'attempt_ended' ? roleOf(hungUp.find(({ attempt }) => attempt === data['attempt'])) : null),
    data: ({ data: { token, ...data } }) => ({ ...data, ...(typeof token === 'string' && { digits: digits.get(token) ?? null }) }),
  };
}

/** Where an event names a person. */
const PEOPLE = ['agentId', 'supervisorId'] as const;

interface Known {
  readonly legs: readonly LegRow[];
  readonly targets: readonly CallTarget[];
  readonly names: ReadonlyMap<string, string>;
}

/** The agent rather than the route they were found in: a line names one. */
function whomOf({ data }: TimelineEntry, { legs, targets, names }: Known): string | null {
  const leg = legs.find(({ label }) => label === data['label']);
  const personId = [data['agentId'], data['supervisorId'], leg?.agent_id].find((id) => typeof id === 'string');
  const target = targets.find(({ id }) => id === (data['targetId'] ?? leg?.target_id));
  return names.get(String(personId)) ?? (target ? target.name || target.number : null);
}

function roleOf(leg: LegRow | undefined): 'agent' | 'customer' | null {
  return leg?.role === 'agent' || leg?.role === 'customer' ? leg.role : null;
}

function hasEnded(timeline: readonly TimelineEntry[]): boolean {
  return timeline.some(({ type }) => type === 'attempt_ended');
}

function said(timeline: readonly TimelineEntry[], field: string): string[] {
  return timeline.map(({ data }) => data[field]).filter((value) => typeof value === 'string');
}
