import type * as z from 'zod';
import { neverRings } from '../../domain/leg.ts';
import type { CallRecordingRow } from '../../store/call/call-recordings.ts';
import type { ListedRow } from '../../store/callback/callbacks.ts';
import type { Note } from '../../store/callback/notes.ts';
import type { TimelineEntry } from '../../store/callback/timeline.ts';
import type { AttemptRow, CallbackRow, Db, LegRow, ReservationRow } from '../../store/tables.ts';
import type * as schemas from '../schemas/case.ts';
import type { recording } from '../schemas/recordings.ts';
import { actorView } from './actor.ts';
import { callView } from './call.ts';
import type { CaseFacts } from './case-facts.ts';
import { listedIn, namedIn, readFacts } from './case-facts.ts';
import { messageView } from './message.ts';
import { dispositionView } from './route.ts';
import type { Context } from './row.ts';
import { contextOf, dispositionsOf, iso, person, rowView } from './row.ts';
import type { TimelineFacts } from './timeline-facts.ts';
import { timelineFacts } from './timeline-facts.ts';

export type CaseView = z.output<typeof schemas.callbackCase>;

/** Everything known of a callback. */
export async function caseView(db: Db, row: CallbackRow): Promise<CaseView> {
  const facts = await readFacts(db, row);
  return viewOf(facts, await contextOf(db, listedIn(facts), { others: namedIn(facts), earlierOf: [row] }));
}

/** A case as the API tells of it. @param context of whom `namedIn` names, and of what `listedIn` lists */
export function viewOf(facts: CaseFacts, context: Context): CaseView {
  const { row, legs, recordings, tries, shown, notes, messages, timeline, earlier, reachable } = facts;
  const policy = context.routes.get(row.route_id)?.policy;
  const current = legs.filter(({ attempt }) => attempt === row.attempt);
  const lines = timelineFacts(facts, context);
  return {
    ...rowView(row, context),
    collected: { ...row.collected },
    instructions: policy?.instructions ?? '',
    caseFields: fieldsView(policy?.caseFields),
    callbackFields: fieldsView(policy?.callbackFields),
    dispositions: dispositionsOf(row, context).map(dispositionView),
    dispositionMandatory: policy?.dispositionMandatory ?? false,
    connectedAt: iso(row.connected_at),
    previewEndsAt: iso(row.preview_ends_at),
    wrapUpEndsAt: iso(row.wrap_up_ends_at),
    legs: current.filter(({ state }) => !neverRings(state)).map((leg) => legView(leg, context)),
    call: callView({ call: row.call, legs: current, targets: facts.targets, allowed: policy?.recording ?? 'off' }, context),
    recordings: recordings.map(recordingView),
    attempts: tries.map((attempt) => attemptView(attempt, context)),
    offers: shown.map((offer) => offerRecordView(offer, context)),
    notes: notes.map((note) => noteView(note, context)),
    messages: messages.map((message) => messageView(message, context)),
    reachable,
    timeline: timeline.map((entry) => timelineView(entry, context, lines)),
    earlier: earlier.map((other) => earlierView(other, context)),
    draft: { note: row.draft_note, disposition: row.draft_disposition },
  };
}

/** Fields with their own words, or null for all there are. */
export function fieldsView<F extends { readonly label: Readonly<Record<string, string>> }>(fields: readonly F[] | null | undefined): (F & { label: Record<string, string> })[] | null {
  return fields?.map((field) => ({ ...field, label: { ...field.label } })) ?? null;
}

function legView(leg: LegRow, context: Context): z.output<typeof schemas.leg> {
  const { label, attempt, role, progress, call_end: end, answered_by: answeredBy } = leg;
  return {
    label,
    attempt,
    role,
    progress,
    end,
    answeredBy,
    agent: person(leg.agent_id, context),
    inConference: leg.joined_at !== null && leg.left_at === null,
    answeredAt: iso(leg.answered_at),
    endedAt: iso(leg.ended_at),
  };
}

function recordingView({ recording_sid: sid, attempt, started_at, duration_s: durationS, status }: CallRecordingRow): z.output<typeof recording> {
  return { sid, attempt, startedAt: iso(started_at), durationS, status };
}

function attemptView(row: AttemptRow, context: Context): z.output<typeof schemas.attempt> {
  const { attempt, by_hand: byHand, outcome } = row;
  return { attempt, byHand, outcome, agent: person(row.agent_id, context), startedAt: iso(row.started_at), endedAt: iso(row.ended_at) };
}

function offerRecordView(offer: ReservationRow, context: Context): z.output<typeof schemas.offerRecord> {
  return {
    offerId: offer.id,
    agent: person(offer.agent_id, context),
    preview: offer.preview,
    offeredAt: offeredAt(offer),
    deadlineAt: iso(offer.deadline_at),
    end: offer.offer_end,
    endedAt: iso(offer.offer_ended_at),
  };
}

/** When an offer was shown: once its workflow had confirmed it. */
function offeredAt({ confirmed_at, reserved_at }: ReservationRow): string {
  return (confirmed_at ?? reserved_at).toISOString();
}

/** A note with its author's name. */
export function noteView(note: Note, context: Pick<Context, 'names'>): z.output<typeof schemas.note> {
  const author = { id: note.author_id, name: context.names.get(note.author_id) ?? note.author_id };
  return { id: String(note.id), author, text: note.text, at: iso(note.at) };
}

function timelineView(entry: TimelineEntry, context: Context, facts: TimelineFacts): z.output<typeof schemas.timelineEntry> {
  const { key, type, at, actor, status } = entry;
  return { key, type, at: iso(at), actor: actorView(actor, context), whom: facts.whom(entry), hungUpBy: facts.hungUpBy(entry), status, data: { ...facts.data(entry) } };
}

/** A callback as one reads of it beside another. */
export function earlierView(row: ListedRow, context: Context): z.output<typeof schemas.earlierCallback> {
  const { id, route, status, requestedAt, endedAt, attemptsPlaced, lastOutcome, disposition, lastNote } = rowView(row, context);
  return { id, route, status, requestedAt, endedAt, attemptsPlaced, lastOutcome, disposition, lastNote };
}
