/** The keys of a web form that say what the customer wants, in the order they are read. */
const NATURE_KEYS = ['subject', 'nature', 'reason', 'message'];
/** The key that says when they can be reached, in their own words. */
const REACHABLE_KEY = 'reachable';

export interface WebRequestParts {
  /** What the customer wants; null: the form did not ask. */
  readonly nature: string | null;
  readonly reachable: string | null;
  /** What else the form asked, as it was given. */
  readonly rest: Readonly<Record<string, string>>;
}

/** What a web form brought along, by what it means to whoever calls back. */
export function webRequestOf(collected: Readonly<Record<string, string>>): WebRequestParts {
  const nature = NATURE_KEYS.flatMap((key) => collected[key]?.trim() || []);
  const rest = Object.entries(collected).filter(([key]) => !NATURE_KEYS.includes(key) && key !== REACHABLE_KEY);
  return { nature: nature.length > 0 ? nature.join('\n') : null, reachable: collected[REACHABLE_KEY]?.trim() || null, rest: Object.fromEntries(rest) };
}
