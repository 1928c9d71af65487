import type { Call } from '../../domain/call/call.ts';
import type { CallRecordingRow } from '../../store/call/call-recordings.ts';
import { recordingsOf } from '../../store/call/call-recordings.ts';
import type { CallTarget } from '../../store/call/call-targets.ts';
import { readTargets } from '../../store/call/call-targets.ts';
import { allLegsOf } from '../../store/call/leg-read.ts';
import { digitsOf } from '../../store/call/played-tones.ts';
import type { ListedRow } from '../../store/callback/callbacks.ts';
import { earlierCallbacks } from '../../store/callback/callbacks.ts';
import type { Note } from '../../store/callback/notes.ts';
import { readNotes } from '../../store/callback/notes.ts';
import type { TimelineEntry } from '../../store/callback/timeline.ts';
import { attempts, offers, readTimeline } from '../../store/callback/timeline.ts';
import type { MessageRow } from '../../store/message/messages.ts';
import { messagesOf } from '../../store/message/messages.ts';
import type { AttemptRow, CallbackRow, Db, LegRow, ReservationRow } from '../../store/tables.ts';
import type { Reachable } from '../reachable.ts';
import { reachableAt } from '../reachable.ts';

/** What a case is made of. The desk reads it after nearly every step of a call: each table is asked once. */
export interface CaseFacts {
  readonly row: CallbackRow;
  /** Of every attempt, in the order they were intended. */
  readonly legs: readonly LegRow[];
  readonly recordings: readonly CallRecordingRow[];
  readonly tries: readonly AttemptRow[];
  readonly shown: readonly ReservationRow[];
  readonly notes: readonly Note[];
  readonly messages: readonly MessageRow[];
  readonly timeline: readonly TimelineEntry[];
  readonly earlier: readonly ListedRow[];
  readonly reachable: Reachable;
  /** Whom the call and the timeline name as asked in. */
  readonly targets: readonly CallTarget[];
  /** The digits that the timeline has only tokens for. */
  readonly digits: ReadonlyMap<string, string>;
}

/** Reads them, but for what people and routes are called. */
export async function readFacts(db: Db, row: CallbackRow): Promise<CaseFacts> {
  const [legs, recordings, tries, shown, notes, messages, timeline, earlier, reachable] = await Promise.all([
    allLegsOf(db, row.id),
    recordingsOf(db, row.id),
    attempts(db, row.id),
    offers(db, row.id),
    readNotes(db, row.id),
    messagesOf(db, row.id),
    readTimeline(db, row.id),
    earlierCallbacks(db, row),
    reachableAt(db, row),
  ]);
  const [targets, digits] = await Promise.all([readTargets(db, targetsIn(row.call, legs, timeline)), digitsOf(db, said(timeline, 'token'))]);
  return { row, legs, recordings, tries, shown, notes, messages, timeline, earlier, reachable, targets, digits };
}

/** The callbacks of a case that are shown as lists show them. */
export function listedIn({ row, earlier }: CaseFacts): ListedRow[] {
  return [row, ...earlier];
}

/** Everybody whom a case names by id. */
export function namedIn({ row: { call }, legs, tries, shown, notes, messages, timeline }: CaseFacts): string[] {
  const actors = [...timeline.map(({ actor }) => actor), ...messages.map(({ author }) => author)];
  const inCall = call ? [call.guest?.agentId, ...Object.values({ ...call.members, ...call.supervisors }).map(({ agentId }) => agentId)] : [];
  return [
    ...[...legs, ...tries, ...shown].flatMap(({ agent_id }) => agent_id ?? []),
    ...notes.map(({ author_id }) => author_id),
    ...actors.flatMap((actor) => ('id' in actor ? actor.id : [])),
    ...PEOPLE.flatMap((field) => said(timeline, field)),
    ...inCall.filter((id) => id != null),
  ];
}

/** Where an event names a person. */
const PEOPLE = ['agentId', 'supervisorId'] as const;

function targetsIn(call: Call | null, legs: readonly LegRow[], timeline: readonly TimelineEntry[]): string[] {
  const ids = [call?.guest?.targetId, ...legs.map(({ target_id }) => target_id), ...said(timeline, 'targetId')];
  return [...new Set(ids.filter((id) => id != null))];
}

function said(timeline: readonly TimelineEntry[], field: string): string[] {
  return timeline.map(({ data }) => data[field]).filter((value) => typeof value === 'string');
}
