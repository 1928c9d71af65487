import fc from 'fast-check';
import type { Seat, Seating } from '../../../domain/call/seating.ts';
import { SEATED, carriedOut, nextOperation, reseated, without } from '../../../domain/call/seating.ts';

const seat = fc.record<Seat>({
  isOnHold: fc.boolean(),
  isMuted: fc.boolean(),
  coaches: fc.constantFrom(null, 'agent-1-1'),
  endsCall: fc.boolean(),
});
const seating = fc.dictionary(fc.constantFrom('agent-1-1', 'customer-1-1', 'target-1-2', 'supervisor-1-3'), seat) as fc.Arbitrary<Seating>;

/** Every request that brings the one seating to the other, in its order. */
function way(wanted: Seating, known: Seating, leavesLast: string | null = null) {
  const operations = [];
  let now = known;
  for (let next = nextOperation(wanted, now, leavesLast); next; next = nextOperation(wanted, now, leavesLast)) {
    operations.push(next);
    now = carriedOut(now, next);
    if (operations.length > 20) throw new Error('It never comes to an end.');
  }
  return { operations, now };
}

test('whatever is known, what is wanted is reached, with one request a party at most', () => {
  fc.assert(
    fc.property(seating, seating, fc.constantFrom(null, 'agent-1-1'), (wanted, known, leavesLast) => {
      const { operations, now } = way(wanted, known, leavesLast);
      const expected = Object.fromEntries(Object.entries(wanted).filter(([label]) => known[label] !== undefined));
      expect(now).toEqual(expected);
      expect(new Set(operations.map(({ label }) => label)).size).toBe(operations.length);
    }),
  );
});

test('what closes a mouth or an ear comes before what opens one', () => {
  const customer = { ...SEATED, isOnHold: true };
  const { operations } = way({ c: SEATED, t: { ...SEATED, isOnHold: true } }, { c: customer, t: SEATED });
  expect(operations).toEqual([
    { type: 'change', label: 't', change: { isOnHold: true } },
    { type: 'change', label: 'c', change: { isOnHold: false } },
  ]);
});

test('who is to go leaves before a hold ends; an agent who hands over leaves after it', () => {
  const held = { ...SEATED, isOnHold: true };
  const ended = way({ a: SEATED, c: SEATED }, { a: SEATED, c: held, t: SEATED });
  expect(ended.operations.map(({ type, label }) => `${type} ${label}`)).toEqual(['remove t', 'change c']);
  const handedOver = way({ c: { ...SEATED, endsCall: true }, t: SEATED }, { a: SEATED, c: held, t: SEATED }, 'a');
  expect(handedOver.operations.map(({ type, label }) => `${type} ${label}`)).toEqual(['change c', 'remove a']);
});

test('one request says all that is to change of a party', () => {
  const customer = { ...SEATED, endsCall: true };
  expect(nextOperation({ c: { ...customer, isOnHold: true, endsCall: false } }, { c: customer })).toEqual({
    type: 'change',
    label: 'c',
    change: { isOnHold: true, endsCall: false },
  });
});

test('a party that is not there is neither changed nor brought back', () => {
  expect(carriedOut({}, { type: 'change', label: 'c', change: { isMuted: true } })).toEqual({});
  expect(reseated({}, 'c', { isMuted: true })).toEqual({});
  expect(without({ c: SEATED, a: SEATED }, 'c')).toEqual({ a: SEATED });
});
