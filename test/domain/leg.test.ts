import fc from 'fast-check';
import type { LegFacts } from '../../domain/leg.ts';
import { INTENT_STATES, NOTHING_KNOWN, conferenceName, isLost, isNews, learn, legLabel, neverRings } from '../../domain/leg.ts';

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

describe('an agent’s leg that ended', () => {
  const parting = { end: 'completed', wasAnswered: true, endpoint: 'client:aoki', leftByItself: true } as const;

  test.each([
    ['a browser’s telephone that went by itself', {}, true],
    ['a browser’s telephone, nobody says why', { leftByItself: null }, true],
    ['a browser’s telephone that was taken out', { leftByItself: false }, false],
    ['a telephone that was hung up', { endpoint: '+815099999900' }, false],
    ['a telephone nobody knows any more', { endpoint: null }, false],
    ['any telephone whose call failed', { endpoint: '+815099999900', end: 'failed', leftByItself: false }, true],
    ['one that was never answered', { wasAnswered: false, end: 'failed' }, false],
    ['one that talks', { end: null }, false],
  ] as const)('%s: lost is %s', (_what, more, expected) => {
    expect(isLost({ ...parting, ...more })).toBe(expected);
  });
});

test('a leg that was voided or refused never rings; any other may, or has', () => {
  expect(INTENT_STATES.filter(neverRings)).toEqual(['rejected', 'void']);
});
