import type { ColumnType } from 'kysely';

/*
 * What columns are like, for the tables as kysely sees them. Rows carry instants as `Date`; whoever shows them formats.
 */

export type Instant = ColumnType<Date, Date | string, Date | string>;
export type OptionalInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** Has a default of `now()`. */
export type Stamp = ColumnType<Date, Date | string | undefined, Date | string>;
export type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Written as JSON text, read as a value. */
export type Json<T> = ColumnType<T, string, string>;
export type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
