import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/*
 * Parsing and planning a statement that looks at many tables takes longer than carrying it out. A statement that somebody waits for can
 * ask to be prepared: each connection of PostgreSQL then does both once, and afterwards only carries it out.
 */

const NAME = /^\s*\/\* prepared: ([\w-]+) \*\//;

/**
 * Begins a statement that is to be prepared under this name. It must have one text for ever, and name every column that it answers: a
 * process that goes on while a migration adds one would be refused the statement from then on.
 */
export function prepared(name: string): RawBuilder<unknown> {
  return sql.raw(`/* prepared: ${name} */`);
}

/** The name under which a statement of this text asks to be prepared, if it does. */
export function nameToPrepare(text: string): string | undefined {
  return NAME.exec(text)?.[1];
}
