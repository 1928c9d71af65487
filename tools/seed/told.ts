import type { Status } from '../../domain/status.ts';
import type { EventType } from '../../domain/words.ts';
import type { Asked } from './asked.ts';
import { iso } from './asked.ts';
import type { Rows } from './rows.ts';

/** What goes with an event. */
export type Data = Readonly<Record<string, string | number | null>>;

/** What is told of one callback, kept until the whole life is told: one that turns out impossible is not told at all. */
export class Told {
  /** Of the row, as each step raises it. */
  version = 0;
  readonly #callbackId: string;
  readonly #rows: Rows;
  readonly #kept: (() => void)[] = [];
  #ordinal = 0;

  constructor({ id }: Asked, rows: Rows) {
    this.#callbackId = id;
    this.#rows = rows;
  }

  /** What comes from here on belongs to a step of its own. */
  nextStep(): void {
    this.version += 1;
    this.#ordinal = 0;
  }

  /** @param at milliseconds since 1970 */
  event(type: EventType, at: number, status: Status, actor: string, data: Data): void {
    this.add('event', { callback_id: this.#callbackId, version: this.version, ordinal: this.#ordinal, type, at: iso(at), actor, status, data: JSON.stringify(data) });
    this.#ordinal += 1;
  }

  add<Table extends 'event' | 'caseEvent' | 'note' | 'reservation' | 'attempt'>(table: Table, row: Parameters<Rows[Table]['add']>[0]): void {
    const rows: { add(row: unknown): void } = this.#rows[table];
    if (this.#rows.takes(table)) this.#kept.push(() => rows.add(row));
  }

  /** Hands over everything that was kept, and the row as it stands at last. */
  write(row: Parameters<Rows['callback']['add']>[0]): void {
    for (const add of this.#kept) add();
    this.#rows.callback.add(row);
  }
}
