import { sql } from 'kysely';
import type { Db } from '../../store/tables.ts';

type Value = string | number | boolean | null;

/**
 * Rows for one table, gathered column by column and written by one statement: an array of text per column is what PostgreSQL and
 * PGlite both read fastest, short of COPY, which PGlite's session in its thread does not offer.
 */
export class Columns<Row extends Readonly<Record<string, Value>>> {
  readonly #table: string;
  readonly #columns: readonly { readonly name: keyof Row & string; readonly type: string; readonly isQuoted: boolean }[];
  /** Per column the elements so far, each with a comma before it. */
  readonly #texts: string[];
  #count = 0;

  /** @param types the type of each column, in the order in which they are written */
  constructor(table: string, types: Readonly<Record<keyof Row & string, string>>) {
    this.#table = table;
    this.#columns = Object.entries<string>(types).map(([name, type]) => ({ name, type, isQuoted: type === 'text' || type === 'jsonb' }));
    this.#texts = this.#columns.map(() => '');
  }

  get count(): number {
    return this.#count;
  }

  add(row: Row): void {
    for (let index = 0; index < this.#columns.length; index += 1) {
      const column = this.#columns[index];
      if (column) this.#texts[index] += `,${element(row[column.name] ?? null, column.isQuoted)}`;
    }
    this.#count += 1;
  }

  /** The rows as a set that SQL selects from, with the columns by their names. */
  asSet() {
    const arrays = this.#columns.map(({ type }, index) => sql`${`{${this.#texts[index]?.slice(1)}}`}::text::${sql.raw(type)}[]`);
    return sql`unnest(${sql.join(arrays)}) as made (${this.#names()})`;
  }

  async insert(db: Db): Promise<void> {
    if (this.#count === 0) return;
    await sql`insert into ${sql.table(this.#table)} (${this.#names()}) select ${this.#names()} from ${this.asSet()}`.execute(db);
  }

  #names() {
    return sql.join(this.#columns.map(({ name }) => sql.ref(name)));
  }
}

/** One element of an array as PostgreSQL's text form of it writes it; ids, instants and numbers need no quotes. */
function element(value: Value, isQuoted: boolean): Value {
  if (value === null) return 'NULL';
  if (!isQuoted || typeof value !== 'string') return value;
  return value.includes('"') || value.includes('\\') ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`;
}
