import { sql } from 'kysely';
import type { Store } from '../../store/open.ts';
import { within } from '../../store/transaction.ts';
import { Columns } from './columns.ts';

/** For statements that write a thousand lives at once. */
export const STATEMENT_TIMEOUT_MS = 120_000;

/** Some callbacks with everything that belongs to them, written together or not at all. */
export class Rows {
  readonly callback = new Columns('callback', {
    id: 'uuid', generation: 'int', version: 'int', route_id: 'text', number: 'text', number_hash: 'text', name: 'text',
    language: 'text', time_zone: 'text', contact_id: 'uuid', kind: 'text', origin: 'text', channel: 'text', status: 'text',
    requested_at: 'timestamptz', desired_at: 'timestamptz', window_ends_at: 'timestamptz', due_at: 'timestamptz',
    collected: 'jsonb', assignee_id: 'text', distributor: 'text', assigned_at: 'timestamptz',
    agent_id: 'text', reservation_id: 'text', attempt: 'int', attempts_placed: 'int', attempts_counted: 'int',
    last_outcome: 'text', connected_at: 'timestamptz', preview_ends_at: 'timestamptz', wrap_up_ends_at: 'timestamptz',
    disposition: 'text', end_reason: 'text', ended_at: 'timestamptz', run_id: 'text', claimed_generation: 'int',
    projected_at: 'timestamptz', started_at: 'timestamptz', last_assignee_id: 'text', answer_due_at: 'timestamptz',
    first_call_attempt: 'int', first_call_outcome: 'text', answered_at: 'timestamptz', promise_kept_at: 'timestamptz',
  });
  readonly contact = new Columns('contact', {
    id: 'uuid', name: 'text', reading: 'text', company: 'text', language: 'text', time_zone: 'text', note: 'text', search_text: 'text', sort_key: 'text',
    created_at: 'timestamptz', updated_at: 'timestamptz',
  });
  readonly contactNumber = new Columns('contact_number', { number: 'text', number_hash: 'text', contact_id: 'uuid', position: 'int', label: 'text' });
  readonly contactAddress = new Columns('contact_address', { contact_id: 'uuid', position: 'int', kind: 'text', value: 'text', label: 'text' });
  readonly event = new Columns('callback_event', {
    callback_id: 'uuid', version: 'int', ordinal: 'int', type: 'text', at: 'timestamptz', actor: 'jsonb', status: 'text', data: 'jsonb',
  });
  readonly caseEvent = new Columns('case_event', { callback_id: 'uuid', type: 'text', at: 'timestamptz', actor: 'jsonb', data: 'jsonb' });
  readonly note = new Columns('case_note', { callback_id: 'uuid', author_id: 'text', text: 'text', at: 'timestamptz' });
  readonly reservation = new Columns('reservation', {
    id: 'text', callback_id: 'uuid', agent_id: 'text', purpose: 'text', reserved_at: 'timestamptz', confirmed_at: 'timestamptz',
    preview: 'boolean', deadline_at: 'timestamptz', offer_end: 'text', offer_ended_at: 'timestamptz', offer_end_version: 'int',
    released_at: 'timestamptz',
  });
  readonly attempt = new Columns('attempt', {
    callback_id: 'uuid', attempt: 'int', agent_id: 'text', by_hand: 'boolean', started_at: 'timestamptz', ended_at: 'timestamptz', outcome: 'text',
  });

  readonly #isTimelineKept: boolean;

  /** @param isTimelineKept otherwise nothing is written of what happened when: lists and reports do not read it */
  constructor(isTimelineKept: boolean) {
    this.#isTimelineKept = isTimelineKept;
  }

  /** Whether rows of this table are wanted. */
  takes(table: 'event' | 'caseEvent' | 'note' | 'reservation' | 'attempt'): boolean {
    return this.#isTimelineKept || (table !== 'event' && table !== 'caseEvent');
  }

  /** Everything, of whatever table. */
  get count(): number {
    return [...this.#inOrder(), this.note].reduce((sum, { count }) => sum + count, 0);
  }

  async write({ db }: Pick<Store, 'db'>): Promise<void> {
    await db.transaction().execute(async (tx) => {
      await within(tx, STATEMENT_TIMEOUT_MS);
      // The rows refer to each other and to what was written before them: where we may, PostgreSQL need not look each one up again.
      await sql`select set_config('session_replication_role', 'replica', true) from pg_roles where rolname = current_user and rolsuper`.execute(tx);
      for (const rows of this.#inOrder()) await rows.insert(tx);
      if (this.note.count === 0) return;
      await sql`
        with note as (
          insert into case_note (callback_id, author_id, text, at) select callback_id, author_id, text, at from ${this.note.asSet()}
          returning id, callback_id, author_id, at
        )
        insert into case_event (callback_id, type, at, actor, data)
        select callback_id, 'noted', at, jsonb_build_object('type', 'user', 'id', author_id), jsonb_build_object('noteId', id) from note`.execute(tx);
    });
  }

  /** All but the notes: what is referred to before what refers to it. */
  #inOrder() {
    return [this.contact, this.contactNumber, this.contactAddress, this.callback, this.event, this.caseEvent, this.reservation, this.attempt];
  }
}
