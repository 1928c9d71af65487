import type { TimelineEntry } from '../../store/callback/timeline.ts';
import type { LegRow } from '../../store/tables.ts';
import type { EventType } from '../../domain/words.ts';
import { leftByItself } from '../../telephony/twilio/index.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Context } from './row.ts';

/** What the lines of a timeline are about. */
export interface TimelineFacts {
  /** Whom the line is about: an agent, a route, or somebody outside; null: nobody in particular. */
  readonly whom: (entry: TimelineEntry) => string | null;
  /** Who put their telephone down at the end of an attempt; null: it was ended otherwise, went on without us, or it is not known. */
  readonly hungUpBy: (entry: TimelineEntry) => 'agent' | 'customer' | null;
  /** What the line says, with the digits that the event has only a token for. */
  readonly data: (entry: TimelineEntry) => TimelineEntry['data'];
}

/** Finds out what the lines of a callback's timeline are about: the events themselves hold neither names nor numbers. */
export function timelineFacts({ legs, targets, digits, timeline }: CaseFacts, { names }: Pick<Context, 'names'>): TimelineFacts {
  const hungUp = whoLeft(legs).filter((leg) => leftByItself(leg.left_reason) === true && !wentOnWithout(leg, timeline));
  return {
    whom: (entry) => whomOf(entry, { legs, targets, names }),
    hungUpBy: ({ type, data }) => (type === 'attempt_ended' && data['reason'] !== 'transferred' ? roleOf(hungUp.find(({ attempt }) => attempt === data['attempt'])) : null),
    data: ({ data: { token, ...data } }) => ({ ...data, ...(typeof token === 'string' && { digits: digits.get(token) ?? null }) }),
  };
}

/** The agents and customers who have left, whoever left first before the others. */
function whoLeft(legs: readonly LegRow[]): LegRow[] {
  return legs.filter(({ left_reason }) => left_reason !== null).filter((leg) => roleOf(leg) !== null).toSorted((a, b) => Number(a.left_at) - Number(b.left_at));
}

/** What says that a conversation goes on without an agent who was in it. */
const WENT_ON: readonly EventType[] = ['transferred', 'taken_over', 'agent_lost'];

/** Whether an agent's leaving was not the end of the conversation: it was somebody else's from then on, or they were rung anew. */
function wentOnWithout({ role, label, attempt, left_at }: LegRow, timeline: readonly TimelineEntry[]): boolean {
  if (role !== 'agent' || left_at === null) return false;
  const ended = timeline.find(({ type, data }) => type === 'attempt_ended' && data['attempt'] === attempt)?.at;
  const since = timeline.filter(({ at }) => at >= left_at && (ended === undefined || at < ended));
  return since.some(({ type, data }) => WENT_ON.includes(type) || (type === 'party_left' && data['label'] === label));
}

interface Known extends Pick<CaseFacts, 'legs' | 'targets'>, Pick<Context, 'names'> {}

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
