import type { Case } from '../api/types.ts';
import { labelOf } from '../i18n/labels.ts';
import type { Fact } from '../parts/Facts.tsx';

/** How what the IVR asks is said to the viewer, by its key. */
export type WaysToSay = ReadonlyMap<string, (given: string) => Fact>;

/**
 * What the request brought along: what the IVR asks is said in the viewer's words, what a form asked as it was given. A route may
 * choose what is shown, in its own order and words. Forms and routes choose the keys, so any word is one.
 */
export function collectedFacts({ collected, caseFields }: Pick<Case, 'collected' | 'caseFields'>, ways: WaysToSay, language: string): Fact[] {
  const all = new Map(Object.entries(collected));
  const factOf = (key: string, given: string): Fact => ways.get(key)?.(given) ?? [key, given];
  if (caseFields === null) return [...all].map(([key, given]) => factOf(key, given));
  return caseFields.flatMap(({ key, label }) => {
    const given = all.get(key);
    if (given === undefined) return [];
    const [name, value] = factOf(key, given);
    return [[labelOf(label, language, name), value] as const];
  });
}
