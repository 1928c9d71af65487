import type { Expected, News, Softphone } from '../../console/softphone/state.ts';
import { NOTHING_EXPECTED, after, begin, begun, mayBeRungHere, nextStep, standingOf } from '../../console/softphone/state.ts';

const OWN = { callbackId: 'c1', attempt: 3 };
const dialling: Expected = { calls: [OWN], running: null };
const connected: Expected = { calls: [OWN], running: OWN };
const joined: Expected = { calls: [{ callbackId: 'c2', attempt: 1 }], running: null };

const open: News = { type: 'microphone', microphone: 'open' };
const held: News = { type: 'claim', claim: 'held' };
const elsewhere: News = { type: 'claim', claim: 'elsewhere' };
const registered: News = { type: 'line', line: 'registered' };
const lost: News = { type: 'line', line: 'lost' };
const rings = (id: string, about: typeof OWN | null): News => ({ type: 'rings', id, about });
const talks = (id: string): News => ({ type: 'talks', id });
const over = (id: string, isTorn = false): News => ({ type: 'over', id, isTorn });
const desk = (expected: Expected): News => ({ type: 'desk', expected });

/** The softphone after all of this, with every step begun as soon as it is the next. */
function told(news: readonly News[], from: Softphone = begin(null)): { state: Softphone; steps: string[] } {
  const steps: string[] = [];
  let state = from;
  for (const one of news) {
    state = after(state, one);
    for (let step = nextStep(state); step !== null; step = nextStep(state)) {
      steps.push(step);
      state = begun(state, step);
    }
  }
  return { state, steps };
}

describe('coming to the network', () => {
  test('begins with the microphone, then the one telephone of the browser, then the network', () => {
    expect(nextStep(begin(null))).toBeNull();
    expect(told([open]).steps).toEqual(['claim']);
    const { state, steps } = told([open, held]);
    expect(steps).toEqual(['claim', 'connect']);
    expect(standingOf(state)).toBe('connecting');
    expect(standingOf(told([open, held, registered]).state)).toBe('registered');
  });

  test('waits where another tab has the telephone, and goes on when that one closes', () => {
    const waiting = told([open, elsewhere]);
    expect([waiting.steps, standingOf(waiting.state)]).toEqual([['claim'], 'elsewhere']);
    expect(told([held], waiting.state).steps).toEqual(['connect']);
  });

  test.each(['refused', 'missing', 'in_use', 'insecure'] as const)('goes no further when the microphone is %s', (microphone) => {
    const { state, steps } = told([{ type: 'microphone', microphone }]);
    expect([steps, standingOf(state)]).toEqual([[], microphone]);
  });

  test('says so when it was not let in, and tries again once the line is closed', () => {
    const { state } = told([open, held, { type: 'line', line: 'refused' }]);
    expect([standingOf(state), nextStep(state)]).toEqual(['not_let_in', null]);
    expect(told([{ type: 'line', line: 'closed' }], state).steps).toEqual(['connect']);
  });
});

describe('a call that rings', () => {
  const ready = told([open, held, registered]).state;

  test('is answered when it is the one that the desk waits for', () => {
    const { state, steps } = told([desk(dialling), rings('CA1', OWN)], ready);
    expect([steps, standingOf(state)]).toEqual([['answer'], 'talks']);
    expect(state.last).toEqual(OWN);
  });

  test('waits until the desk knows of it', () => {
    const early = told([rings('CA1', OWN)], ready);
    expect([early.steps, standingOf(early.state)]).toEqual([[], 'rings']);
    expect(told([desk(dialling)], early.state).steps).toEqual(['answer']);
  });

  test.each([
    ['another attempt', { ...OWN, attempt: 2 }],
    ["another agent's callback", { ...OWN, callbackId: 'c2' }],
    ['nothing it names', null],
  ])('is left to the agent when it is about %s', (_what, about) => {
    const { state, steps } = told([desk(dialling), rings('CA1', about)], ready);
    expect([steps, standingOf(state)]).toEqual([[], 'rings']);
  });

  test("is answered, too, when it is a colleague's conversation that the agent has come into, which is never rung anew", () => {
    const { state, steps } = told([desk(joined), rings('CA1', { callbackId: 'c2', attempt: 1 }), talks('CA1'), over('CA1', true)], ready);
    expect([steps, mayBeRungHere(state)]).toEqual([['answer'], false]);
  });

  test('gives way to the awaited one, which nothing else takes the place of', () => {
    const { state, steps } = told([desk(dialling), rings('CA1', null), rings('CA2', OWN), rings('CA3', null)], ready);
    expect([steps, state.call?.id]).toEqual([['answer'], 'CA2']);
    const unheard = after(after({ ...ready, expected: dialling }, rings('CA2', OWN)), rings('CA3', null));
    expect(unheard.call?.id).toBe('CA2');
  });

  test('leaves the softphone as it was when it is over, and news of it says nothing any more', () => {
    const { state } = told([desk(dialling), rings('CA1', OWN), talks('CA1'), { type: 'muted', isMuted: true }, over('CA1')], ready);
    expect([state.call, state.isMuted, standingOf(state)]).toEqual([null, false, 'registered']);
    expect(after(state, talks('CA1'))).toBe(state);
    expect(after(state, over('CA1'))).toBe(state);
    expect(after(state, { type: 'muted', isMuted: true }).isMuted).toBe(false);
  });
});

describe('a call that should be here', () => {
  test('is rung anew, once, when the page was loaded anew in the middle of it', () => {
    const { state, steps } = told([open, held, desk(connected), registered, registered], begin(OWN));
    expect(steps).toEqual(['claim', 'connect', 'rejoin']);
    expect(told([desk(connected)], state).steps).toEqual([]);
  });

  test('is rung anew, too, when the desk is read after the network is reached', () => {
    expect(told([open, held, registered, desk(NOTHING_EXPECTED), desk(connected)], begin(OWN)).steps).toEqual(['claim', 'connect', 'rejoin']);
  });

  test('is left where it is when it was never here: it may be in another browser', () => {
    const { state, steps } = told([open, held, desk(connected), registered], begin({ ...OWN, attempt: 2 }));
    expect(steps).toEqual(['claim', 'connect']);
    expect(mayBeRungHere(state)).toBe(true);
  });

  test('is not rung anew when it has just been hung up and the desk does not know yet', () => {
    const talking = told([open, held, registered, desk(dialling), rings('CA1', OWN), talks('CA1'), desk(connected)]).state;
    expect(mayBeRungHere(talking)).toBe(false);
    expect(told([over('CA1')], talking).steps).toEqual([]);
    expect(told([over('CA1', true)], talking).steps).toEqual(['rejoin']);
  });

  test('survives when the way to the network is lost and found again', () => {
    const talking = told([open, held, registered, desk(dialling), rings('CA1', OWN), talks('CA1'), desk(connected)]).state;
    const { state, steps } = told([lost, registered], talking);
    expect([steps, standingOf(state)]).toEqual([[], 'talks']);
    expect(told([lost, over('CA1'), registered], talking).steps).toEqual(['rejoin']);
  });

  test('is not asked for without a way to the network, or while nobody talks', () => {
    expect(told([open, held, registered, lost, desk(connected)], { ...begin(OWN) }).steps).toEqual(['claim', 'connect']);
    expect(told([open, held, registered, desk(dialling)], begin(OWN)).steps).toEqual(['claim', 'connect']);
    expect(mayBeRungHere(told([open, held, lost, desk(connected)]).state)).toBe(false);
  });
});

test('a step for a call that has gone meanwhile changes nothing', () => {
  const state = begin(null);
  expect(begun(state, 'answer')).toBe(state);
});
