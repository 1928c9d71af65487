/** One REST request received. `warnings`: what Twilio ignores in silence, a parameter it does not know for instance. */
export interface RequestEntry {
  readonly kind: 'request';
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  readonly status: number;
  /** Twilio's error code, when refused. */
  readonly code: number | null;
  readonly warnings: readonly string[];
}

/** One webhook sent, after its last try. */
export interface CallbackEntry {
  readonly kind: 'callback';
  readonly method: string;
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly error: string | null;
  readonly attempts: number;
}

/** What Twilio would show in its debugger: an error or warning with its code. */
export interface AlertEntry {
  readonly kind: 'alert';
  readonly level: 'error' | 'warning';
  readonly code: number;
  readonly message: string;
  readonly sid: string | null;
  readonly url: string | null;
}

export type JournalEntry = (RequestEntry | CallbackEntry | AlertEntry) & { readonly id: number; readonly at: string };

export interface Journal {
  add(entry: RequestEntry | CallbackEntry | AlertEntry): void;
  /** Entries younger than the id, oldest first. */
  since(id: number): readonly JournalEntry[];
}

const KEPT = 10_000;

/** A journal in memory of the last 10,000 things that passed; `onEntry` hears of each. */
export function createJournal(onEntry: (entry: JournalEntry) => void): Journal {
  let entries: JournalEntry[] = [];
  let lastId = 0;
  return {
    add(entry) {
      lastId += 1;
      const full: JournalEntry = { ...entry, id: lastId, at: new Date().toISOString() };
      entries.push(full);
      if (entries.length > KEPT * 1.5) entries = entries.slice(-KEPT);
      onEntry(full);
    },
    since: (id) => entries.filter((entry) => entry.id > id),
  };
}
