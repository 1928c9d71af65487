import fc from 'fast-check';
import type { Taker } from '../../domain/distribution.ts';
import { distribute } from '../../domain/distribution.ts';

const taker = (agentId: string, routeIds: readonly string[], load = 0): Taker => ({ agentId, routeIds: new Set(routeIds), load });
const EVENLY = { levelled: false };

/** How many each agent gets. */
function counts(routeIds: readonly string[], takers: readonly Taker[], options = EVENLY): Record<string, number> {
  const given = distribute(routeIds, takers, options);
  return Object.fromEntries(takers.map(({ agentId }) => [agentId, given.filter((id) => id === agentId).length]));
}

const billing = (count: number) => Array.from({ length: count }, () => 'billing');

describe('distributing', () => {
  test('120 callbacks over 6 agents are 20 each', () => {
    const takers = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => taker(id, ['billing']));
    expect(Object.values(counts(billing(120), takers))).toEqual([20, 20, 20, 20, 20, 20]);
  });

  test('what does not divide evenly goes to who carries least', () => {
    expect(counts(billing(5), [taker('a', ['billing'], 7), taker('b', ['billing'], 3)])).toEqual({ a: 2, b: 3 });
  });

  test('of agents who carry the same, who was given one longest ago is first, and who never was before them', () => {
    const given = (agentId: string, lastGivenAtMs: number): Taker => ({ ...taker(agentId, ['billing']), lastGivenAtMs });
    const takers = [given('a', 9_000), given('b', 1_000), taker('c', ['billing'])];
    expect(distribute(billing(3), takers, EVENLY)).toEqual(['c', 'b', 'a']);
    expect(distribute(billing(1), [...takers, taker('d', ['billing'], 1)], { levelled: true })).toEqual(['c']);
  });

  test('each agent gets early and late ones', () => {
    expect(distribute(billing(6), [taker('a', ['billing']), taker('b', ['billing'])], EVENLY)).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  });

  test('levelled, all end up alike as far as the callbacks go', () => {
    const takers = [taker('a', ['billing'], 10), taker('b', ['billing'], 2), taker('c', ['billing'], 0)];
    expect(counts(billing(9), takers, { levelled: true })).toEqual({ a: 0, b: 3, c: 6 });
    expect(counts(billing(30), takers, { levelled: true })).toEqual({ a: 4, b: 12, c: 14 });
  });

  test('who serves a route alone leaves the others to the others', () => {
    const routeIds = [...billing(10), ...Array.from({ length: 10 }, () => 'sales')];
    expect(counts(routeIds, [taker('both', ['billing', 'sales']), taker('billing', ['billing'])])).toEqual({ both: 10, billing: 10 });
  });

  test('load is handed on over several agents where no shorter way is', () => {
    const routeIds = ['x', 'x', 'y', 'y', 'z', 'z', 'z', 'z'];
    const takers = [taker('a', ['z', 'y']), taker('b', ['y', 'x']), taker('c', ['x']), taker('d', ['z'])];
    expect(Object.values(counts(routeIds, takers))).toEqual([2, 2, 2, 2]);
  });

  test('a route that nobody serves is nobody’s, and so is everything where nobody was chosen', () => {
    expect(distribute(['sales', 'billing'], [taker('a', ['billing'])], EVENLY)).toEqual([null, 'a']);
    expect(distribute(billing(2), [], EVENLY)).toEqual([null, null]);
    expect(distribute([], [taker('a', ['billing'])], EVENLY)).toEqual([]);
  });
});

const ROUTES = ['p', 'q', 'r'];
const anyTakers = fc
  .array(fc.record({ routeIds: fc.subarray(ROUTES), load: fc.nat({ max: 5 }) }), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(({ routeIds, load }, index) => taker(`agent-${index}`, routeIds, load)));

/** The least sum of squares of loads over every possible distribution: no other is more even. */
function evenest(routeIds: readonly string[], takers: readonly Taker[], start: readonly number[]): number {
  const [routeId, ...rest] = routeIds;
  if (routeId === undefined) return start.reduce((sum, load) => sum + load ** 2, 0);
  const eligible = takers.flatMap((one, index) => (one.routeIds.has(routeId) ? [index] : []));
  if (eligible.length === 0) return evenest(rest, takers, start);
  return Math.min(...eligible.map((index) => evenest(rest, takers, start.with(index, (start[index] ?? 0) + 1))));
}

describe('of any distribution holds', () => {
  test('each callback goes to an agent who serves its route, and is left only where nobody does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROUTES), { maxLength: 60 }), anyTakers, fc.boolean(), (routeIds, takers, levelled) => {
        const given = distribute(routeIds, takers, { levelled });
        expect(given).toHaveLength(routeIds.length);
        for (const [index, agentId] of given.entries()) {
          const serving = takers.filter((one) => one.routeIds.has(routeIds[index] ?? '')).map((one) => one.agentId);
          if (agentId === null) expect(serving).toEqual([]);
          else expect(serving).toContain(agentId);
        }
      }),
    );
  });

  test('where all serve every route, they differ by one at most', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROUTES), { maxLength: 200 }), fc.integer({ min: 1, max: 30 }), (routeIds, agents) => {
        const takers = Array.from({ length: agents }, (_, index) => taker(`agent-${index}`, ROUTES, index));
        const all = Object.values(counts(routeIds, takers));
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('no other distribution is more even, levelled or not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROUTES), { maxLength: 7 }), anyTakers, fc.boolean(), (routeIds, takers, levelled) => {
        const start = takers.map(({ load }) => (levelled ? load : 0));
        const given = Object.values(counts(routeIds, takers, { levelled }));
        const sum = given.reduce((total, count, index) => total + (count + (start[index] ?? 0)) ** 2, 0);
        expect(sum).toBe(evenest(routeIds, takers, start));
      }),
      { numRuns: 300 },
    );
  });

  test('the same question has the same answer, in whatever order the agents are named', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROUTES), { maxLength: 30 }), anyTakers, (routeIds, takers) => {
        expect(distribute(routeIds, takers.toReversed(), EVENLY)).toEqual(distribute(routeIds, takers, EVENLY));
      }),
    );
  });
});
