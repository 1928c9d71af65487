import type { DraftBackup } from './draft-backup.ts';
import { joinedNote } from './joined-note.ts';

/** What an agent has typed but not filed. */
export interface Draft {
  readonly note: string;
  readonly disposition: string | null;
}

/** How far it is saved; what is too long is not, until it is shortened. */
export type Keeping = 'saved' | 'saving' | 'failed' | 'tooLong';

/** As many characters as a note may have. */
export const LONGEST_NOTE = 10_000;

/** What became of a draft: kept; refused for good, the case being in other hands; or not kept over the note of another tab. */
export type Saving = 'kept' | 'refused' | { readonly storedNote: string };

export interface Sending {
  readonly draft: Draft;
  /** The notes that may be stored by now: the one seen last, and one sent after it whose answer is not here. */
  readonly seenNotes: readonly string[];
  /** The page is going away, and the request must outlive it. */
  readonly leaving: boolean;
}

/** How a draft reaches the server; rejects when it may be tried again. */
type SaveDraft = (sending: Sending) => Promise<Saving>;

const PAUSE_MS = 400;
const TYPING_MS = 2_000;
const RETRY_MS = 2_000;

/**
 * Keeps what is typed on the server: 400 ms after a pause in typing, and every two seconds of typing without one, one request at a time, again
 * and again until it is there, or was never this agent's. What the server says (another tab typed) is taken over while nothing here waits
 * to be saved; else the two are joined as soon as the server refuses the one over the other. What is not saved is in the backup, and what
 * the backup has from before is saved first.
 */
export class DraftKeeper {
  readonly #save: SaveDraft;
  readonly #changed: () => void;
  #shown: Draft;
  #saved: Draft;
  #keeping: Keeping = 'saved';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSending = false;
  /** Notes that were sent and not heard of again: the stored one may be one of them. */
  #unanswered: readonly string[] = [];
  #isHeld = false;
  #isFiled = false;
  readonly #backup: DraftBackup;
  /** When typing began of what has not been sent yet, in ms of the clock. */
  #typingSince: number | null = null;

  /** @param changed told whenever `shown` or `keeping` is another */
  constructor(server: Draft, save: SaveDraft, changed: () => void, backup: DraftBackup) {
    this.#shown = server;
    this.#saved = server;
    this.#save = save;
    this.#changed = changed;
    this.#backup = backup;
    this.#restore();
  }

  /** What the fields show. */
  get shown(): Draft {
    return this.#shown;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  /** Takes in a change of a field. */
  type(change: Partial<Draft>): void {
    if (this.#isFiled) this.#beginAgain();
    this.#shown = { ...this.#shown, ...change };
    this.#keeping = this.#isTooLong ? 'tooLong' : 'saving';
    this.#typingSince ??= Date.now();
    this.#saveAfter(Math.max(0, Math.min(PAUSE_MS, this.#typingSince + TYPING_MS - Date.now())));
    this.#backUp();
    this.#changed();
  }

  /** Takes in what the server has. */
  learn(server: Draft): void {
    if (!isSame(this.#shown, this.#saved) || isSame(server, this.#shown)) return;
    this.#shown = server;
    this.#saved = server;
    this.#changed();
  }

  /** Sends what is not saved yet at once; `leaving` when the page is going away. */
  flush(leaving: boolean): void {
    clearTimeout(this.#timer);
    if (isSame(this.#shown, this.#saved) || this.#isTooLong) return;
    if (leaving) void this.#save(this.#sending(true)).catch(() => undefined);
    else if (!this.#isHeld) void this.#send();
  }

  /** Sends nothing while what was typed is being filed, unless the page goes away over it. */
  hold(): void {
    this.#isHeld = true;
    clearTimeout(this.#timer);
  }

  /** It has been filed: nothing is left to be saved, and what a request that is still under way says means nothing any more. */
  filed(): void {
    this.#isFiled = true;
    this.#saved = this.#shown;
    this.#unanswered = [];
    this.#backup.write(null);
  }

  /** It was not filed after all: what is not saved yet is sent. */
  resume(): void {
    this.#isHeld = false;
    this.flush(false);
  }

  get #isTooLong(): boolean {
    return this.#shown.note.length > LONGEST_NOTE;
  }

  #beginAgain(): void {
    this.#isFiled = false;
    this.#isHeld = false;
  }

  #restore(): void {
    const unsaved = this.#backup.read();
    if (unsaved === null) return;
    const { draft, seenNotes } = unsaved;
    this.#shown = { ...draft, note: joinedNote(draft.note, this.#saved.note, seenNotes) };
    if (isSame(this.#shown, this.#saved)) return this.#backup.write(null);
    this.#unanswered = seenNotes;
    this.#keeping = 'saving';
    this.#saveAfter(0);
  }

  #backUp(): void {
    this.#backup.write(isSame(this.#shown, this.#saved) ? null : { draft: this.#shown, seenNotes: this.#seenNotes });
  }

  #saveAfter(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#isHeld) return;
    this.#timer = setTimeout(() => void this.#send(), ms);
  }

  async #send(): Promise<void> {
    if (this.#isSending || this.#isTooLong) return;
    this.#isSending = true;
    this.#typingSince = null;
    const sending = this.#sending(false);
    this.#unanswered = [...this.#unanswered, sending.draft.note];
    const answer = await this.#save(sending).catch(() => null);
    this.#isSending = false;
    if (this.#isFiled) return;
    if (answer !== null) this.#hear(answer, sending.draft);
    this.#keeping = this.#keepingAfter(answer);
    if (answer === 'refused') this.#backup.write(null);
    else this.#backUp();
    if (this.#keeping !== 'saved' && answer !== 'refused') this.#saveAfter(answer === null ? RETRY_MS : 0);
    this.#changed();
  }

  /** @param answer null: none came */
  #keepingAfter(answer: Saving | null): Keeping {
    if (isSame(this.#shown, this.#saved)) return 'saved';
    if (this.#isTooLong) return 'tooLong';
    return answer === null || answer === 'refused' ? 'failed' : 'saving';
  }

  #hear(answer: Saving, sent: Draft): void {
    if (answer === 'kept') this.#saved = sent;
    else if (answer !== 'refused') this.#join(answer.storedNote);
    this.#unanswered = [];
  }

  #join(storedNote: string): void {
    const note = joinedNote(this.#shown.note, storedNote, [this.#saved.note, ...this.#unanswered]);
    this.#shown = { ...this.#shown, note };
    this.#saved = { ...this.#saved, note: storedNote };
  }

  #sending(leaving: boolean): Sending {
    return { draft: this.#shown, seenNotes: this.#seenNotes, leaving };
  }

  get #seenNotes(): readonly string[] {
    return [this.#saved.note, ...this.#unanswered.slice(-1)];
  }
}

function isSame(a: Draft, b: Draft): boolean {
  return a.note === b.note && a.disposition === b.disposition;
}
