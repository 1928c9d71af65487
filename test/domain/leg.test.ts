import fc from 'fast-check';
import type { LegFacts } from '../../domain/leg.ts';
import { NOTHING_KNOWN, conferenceName, isNews, learn, legLabel } from '../../domain/leg.ts';

const CALL: Partial<LegFacts>[] = [
  { progress: 'initiated' },
  { progress: 'ringing' },
  { progress: 'answered' },
  { answeredBy: 'human' },
  { progress: 'ended', end: 'completed' },
];

test('whatever the order and however often facts come, the same is known in the end', () => {
  const anyOrder = fc.shuffledSubarray([...CALL, ...CALL], { minLength: 2 * CALL.length });
  fc.assert(
    fc.property(anyOrder, (facts) => {
      expect(facts.reduce<LegFacts>(learn, NOTHING_KNOWN)).toEqual({ progress: 'ended', end: 'completed', answeredBy: 'human' });
    }),
  );
});

test('a fact that is known already, or is overtaken, is no news', () => {
  const answered = learn(NOTHING_KNOWN, { progress: 'answered' });
  expect(isNews(answered, { progress: 'ringing' })).toBe(false);
  expect(isNews(answered, { progress: 'answered' })).toBe(false);
  expect(isNews(answered, {})).toBe(false);
  expect(isNews(answered, { progress: 'ended', end: 'completed' })).toBe(true);
  expect(isNews(answered, { answeredBy: 'machine' })).toBe(true);
  expect(isNews({ ...answered, progress: 'ended' }, { end: 'failed' })).toBe(true);
});

test('a leg’s label and an attempt’s conference are names of their own', () => {
  expect(legLabel('customer', 2, 1)).toBe('customer-2-1');
  expect(conferenceName('abc', 2)).toBe('callback-abc-2');
});
