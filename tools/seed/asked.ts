import type { Channel, Kind, Origin } from '../../domain/words.ts';

/** Somebody who did something, as the rows hold it. */
export const SYSTEM = '{"type":"system"}';
export const CUSTOMER = '{"type":"customer"}';
export const user = (id: string): string => `{"type":"user","id":"${id}"}`;

/** What is asked for. Instants are milliseconds since 1970. */
export interface Asked {
  readonly id: string;
  readonly routeId: string;
  readonly number: string;
  readonly numberHash: string;
  readonly name: string;
  readonly language: string;
  readonly timeZone: string | null;
  /** Whose number it is; null: nobody's. */
  readonly contactId: string | null;
  readonly kind: Kind;
  readonly origin: Origin;
  readonly channel: Channel;
  readonly requestedAt: number;
  readonly desiredAt: number | null;
  readonly windowEndsAt: number | null;
  readonly dueAt: number;
  readonly collected: string;
  /** JSON of who asked. */
  readonly actor: string;
}

export const iso = (ms: number): string => new Date(ms).toISOString();
export const orNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));
