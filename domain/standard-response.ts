import { IANAZone } from 'luxon';
import { formatNumber } from './numbers.ts';
import { finder } from './reading.ts';

/*
 * Standard responses: ready-made texts for customers, with places that are filled in from a case. A place is written
 * `{{customer.name}}`; there are no conditions and no loops, so that whoever writes a text sees all that can come of it.
 */

/** What a place can stand for, and what it means. Beside these there is `collected.KEY`: anything the request brought along. */
export const PLACEHOLDERS = {
  'customer.name': 'the customer’s name',
  'customer.number': 'the customer’s number, as it is written in the route’s country',
  'agent.name': 'the name of whoever uses the text',
  'route.name': 'the name of the route',
  'route.number': 'the number at which customers reach the route',
  'callback.id': 'the id of the callback',
  'callback.requested': 'when the customer asked to be called back',
  'callback.due': 'when the customer is to be called next, where that is known and still to come',
  'callback.desired': 'the time or window the customer asked for; once another was agreed in a call, that one',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

const PLACE = /\{\{([^{}]*)\}\}/g;
const COLLECTED = 'collected.';

/** A stretch of text as it stands, or a place with what is written in it. */
export interface Piece {
  readonly text: string;
  /** What is to be filled in here; null: nothing, this is text. */
  readonly placeholder: string | null;
}

/** A text cut at its places, in order; together the pieces are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: written, 1: inner = '', index } of text.matchAll(PLACE)) {
    pieces.push({ text: text.slice(from, index), placeholder: null }, { text: written, placeholder: inner.trim() });
    from = index + written.length;
  }
  return [...pieces, { text: text.slice(from), placeholder: null }].filter((piece) => piece.text !== '');
}

/** What is wrong with a text: a place for something that is not known, or braces that do not close. */
export type TextFault = { readonly fault: 'unknown_placeholder'; readonly placeholder: string } | { readonly fault: 'stray_braces' };

/** Everything that is wrong with a text, each thing once. */
export function faultsIn(text: string): TextFault[] {
  const pieces = piecesOf(text);
  const unknown = new Set(pieces.flatMap(({ placeholder }) => (placeholder === null || isKnown(placeholder) ? [] : [placeholder])));
  const faults: TextFault[] = [...unknown].map((placeholder) => ({ fault: 'unknown_placeholder', placeholder }));
  const hasStrays = pieces.some((piece) => piece.placeholder === null && /\{\{|\}\}/.test(piece.text));
  return hasStrays ? [...faults, { fault: 'stray_braces' }] : faults;
}

function isKnown(placeholder: string): boolean {
  return Object.hasOwn(PLACEHOLDERS, placeholder) || (placeholder.startsWith(COLLECTED) && placeholder.length > COLLECTED.length);
}

/** A text with its places filled in. Those for which there is nothing stand in it as they were written, to be seen before it is sent. */
export interface FilledText {
  readonly text: string;
  readonly missing: readonly string[];
}

/** Fills each place in once: what a customer has written is never read as a place. */
export function fill(text: string, valueOf: (placeholder: string) => string | null): FilledText {
  const missing = new Set<string>();
  const filled = piecesOf(text).map((piece) => {
    if (piece.placeholder === null) return piece.text;
    const value = valueOf(piece.placeholder)?.trim();
    if (value) return value;
    missing.add(piece.placeholder);
    return piece.text;
  });
  return { text: filled.join(''), missing: [...missing] };
}

/** What of a case can be filled in. Instants are ISO 8601. */
export interface CaseFacts {
  readonly customer: { readonly name: string; readonly number: string; readonly timeZone: string | null };
  readonly agentName: string | null;
  /** `country` is ISO 3166-1 alpha-2. */
  readonly route: { readonly name: string; readonly number: string | null; readonly country: string | null };
  readonly callback: {
    readonly id: string;
    readonly requestedAt: string;
    /** The next call, still to come (next-call.ts). */
    readonly dueAt: string | null;
    readonly desiredAt: string | null;
    readonly windowEndsAt: string | null;
  };
  readonly collected: Readonly<Record<string, string>>;
}

/** In which language a text speaks, and in which zone its times are. */
export interface Telling {
  readonly language: string;
  readonly timeZone: string;
}

/** What a case has for a place; null: nothing. */
export function valueIn({ customer, agentName, route, callback, collected }: CaseFacts, telling: Telling, placeholder: string): string | null {
  const number = (e164: string) => formatNumber(e164, route.country ?? '');
  const time = (at: string | null, until: string | null = null) => at && spoken(at, until, customer.timeZone, telling);
  const values: Readonly<Record<Placeholder, string | null>> = {
    'customer.name': customer.name,
    'customer.number': number(customer.number),
    'agent.name': agentName,
    'route.name': route.name,
    'route.number': route.number && number(route.number),
    'callback.id': callback.id,
    'callback.requested': time(callback.requestedAt),
    'callback.due': time(callback.dueAt),
    'callback.desired': time(callback.desiredAt, callback.windowEndsAt),
  };
  if (Object.hasOwn(values, placeholder)) return values[placeholder as Placeholder];
  return new Map(Object.entries(collected)).get(placeholder.slice(COLLECTED.length)) ?? null;
}

const DAY = { month: 'long', day: 'numeric', weekday: 'long' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A time, or a window, as a sentence has it. The zone is said where the customer's own clock shows something else. */
function spoken(at: string, until: string | null, customerZone: string | null, { language, timeZone }: Telling): string {
  const write = (instant: string, how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(localeOf(language), { timeZone, ...how }).format(Date.parse(instant));
  const zone = isOtherClock(Date.parse(at), customerZone, timeZone) ? ({ timeZoneName: 'short' } as const) : {};
  if (until === null) return write(at, { ...DAY, ...TIME, ...zone });
  const isSameDay = write(at, DAY) === write(until, DAY);
  return `${write(at, { ...DAY, ...TIME })}–${write(until, { ...(isSameDay ? {} : DAY), ...TIME, ...zone })}`;
}

function isOtherClock(atMs: number, customerZone: string | null, timeZone: string): boolean {
  if (customerZone === null || !IANAZone.isValidZone(customerZone)) return false;
  return IANAZone.create(customerZone).offset(atMs) !== IANAZone.create(timeZone).offset(atMs);
}

/** A tag that `Intl` takes. English without a country is read as in Britain, as everywhere in Ringback. */
function localeOf(language: string): string {
  try {
    return language === 'en' ? 'en-GB' : new Intl.Locale(language).toString();
  } catch {
    return 'en-GB';
  }
}

/** Which of these languages speaks best to somebody: their own, their own of another country, English, or the first; null: there is none. */
export function bestLanguage(tags: readonly string[], wanted: string): string | null {
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase();
  const tests = [(tag: string) => tag === wanted, (tag: string) => primary(tag) === primary(wanted), (tag: string) => primary(tag) === 'en'];
  return tests.map((test) => tags.find(test)).find((tag) => tag !== undefined) ?? tags[0] ?? null;
}

/** What is searched of a standard response: its words in every language. */
export interface Searched {
  readonly title: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<string, string>>;
}

/** Whether every word of a search is somewhere in the response, in any of its languages; case, width and kind of kana do not count. */
export function isFound({ title, text }: Searched, search: string): boolean {
  return finder(search)([...Object.values(title), ...Object.values(text)]);
}
