import type { CallFacts, EndedCall } from '../../domain/processing.ts';
import { figuresOf, isSuccess, remember, shareOf, sumOf } from '../../domain/processing.ts';
import type { EventType } from '../../domain/words.ts';
import { ATTEMPT_OUTCOMES, SYSTEM } from '../../domain/words.ts';

const NOTHING: CallFacts = { answerDueAt: null, firstCallAttempt: null, firstCallOutcome: null, answeredAt: null, promiseKeptAt: null };
const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const iso = (time: string) => at(time).toISOString();

function step(given: Partial<{ status: 'scheduled' | 'queued' | 'wrap_up' | 'dialling'; dueAt: string | null; desiredAt: string | null; windowEndsAt: string | null; event: EventType }>) {
  const { status = 'wrap_up', dueAt = iso('05:00'), desiredAt = null, windowEndsAt = null, event = 'attempt_ended' } = given;
  return { state: { status, dueAt, desiredAt, windowEndsAt }, events: [{ type: event, at: iso('05:00'), actor: SYSTEM, status, data: {} }] };
}

const ended = (outcome: EndedCall['outcome'], more: Partial<EndedCall> = {}): EndedCall => ({ attempt: 1, outcome, rangAt: at('05:10'), answeredAt: null, ...more });

describe('figures', () => {
  test('distributed is completed, unprocessed and otherwise ended, and the rate is of the distributed', () => {
    expect(figuresOf({ requested: 12, distributed: 10, completed: 6, unprocessed: 3 })).toEqual({ requested: 12, distributed: 10, completed: 6, unprocessed: 3, otherEnded: 1, rate: 0.6 });
  });

  test('without anything distributed there is no rate', () => {
    expect(figuresOf(sumOf([]))).toEqual({ requested: 0, distributed: 0, completed: 0, unprocessed: 0, otherEnded: 0, rate: null });
    expect(shareOf(1, 4)).toBe(0.25);
  });

  test('rows add up', () => {
    expect(sumOf([{ requested: 1, distributed: 1, completed: 1, unprocessed: 0 }, { requested: 4, distributed: 3, completed: 0, unprocessed: 2 }])).toEqual({ requested: 5, distributed: 4, completed: 1, unprocessed: 2 });
  });

  test('only a conversation is a success: no voicemail, and nothing that is unknown', () => {
    expect(ATTEMPT_OUTCOMES.filter(isSuccess)).toEqual(['answered']);
  });
});

describe('what a row remembers', () => {
  test('the wait begins with the first due time; a later try does not move it', () => {
    const first = remember(NOTHING, step({ status: 'queued', event: 'queued' }), null);
    expect(first).toEqual({ ...NOTHING, answerDueAt: at('05:00') });
    expect(remember(first, step({ status: 'scheduled', dueAt: iso('06:00'), event: 'retry_planned' }), null)).toEqual(first);
    expect(remember(NOTHING, step({ dueAt: null }), null)).toEqual(NOTHING);
  });

  test('an agreed time begins the wait anew, and is a new promise; after a conversation only the promise is new', () => {
    const before = { ...NOTHING, answerDueAt: at('05:00'), promiseKeptAt: at('05:01') };
    const moved = step({ status: 'scheduled', dueAt: iso('09:00'), event: 'rescheduled' });
    expect(remember(before, moved, null)).toEqual({ ...NOTHING, answerDueAt: at('09:00') });
    expect(remember({ ...before, answeredAt: at('05:02') }, moved, null)).toEqual({ ...NOTHING, answerDueAt: at('05:00'), answeredAt: at('05:02') });
    expect(remember(before, step({ status: 'dialling', event: 'rescheduled' }), null)).toEqual(before);
  });

  test('an attempt that rang nobody is no call', () => {
    expect(remember(NOTHING, step({ dueAt: null }), ended('cancelled', { rangAt: null }))).toEqual(NOTHING);
  });

  test('the first call and its ending stay; the first conversation is when they answered', () => {
    const first = remember(NOTHING, step({ dueAt: null }), ended('busy'));
    expect(first).toEqual({ ...NOTHING, firstCallAttempt: 1, firstCallOutcome: 'busy' });
    const second = remember(first, step({ dueAt: null }), ended('answered', { attempt: 3, answeredAt: at('05:11') }));
    expect(second).toEqual({ ...first, answeredAt: at('05:11') });
    expect(remember(second, step({ dueAt: null }), ended('answered', { attempt: 4, answeredAt: at('08:00') }))).toEqual(second);
    expect(remember(second, step({ dueAt: null }), ended('no_answer', { attempt: 4 }))).toEqual(second);
  });

  test('a step written twice changes nothing, and one written anew replaces what the forgotten one said', () => {
    const promise = step({ dueAt: null, desiredAt: iso('05:00'), windowEndsAt: iso('05:30') });
    const answered = remember(NOTHING, promise, ended('answered', { answeredAt: at('05:11') }));
    expect(answered).toEqual({ answerDueAt: null, firstCallAttempt: 1, firstCallOutcome: 'answered', answeredAt: at('05:11'), promiseKeptAt: at('05:10') });
    expect(remember(answered, promise, ended('answered', { answeredAt: at('05:11') }))).toEqual(answered);
    expect(remember(answered, promise, ended('machine', { answeredAt: at('05:11') }))).toEqual({ ...NOTHING, firstCallAttempt: 1, firstCallOutcome: 'machine' });
  });

  test.each<[string, Partial<Parameters<typeof step>[0]>, EndedCall['outcome'], boolean]>([
    ['in the window', { desiredAt: iso('05:00'), windowEndsAt: iso('05:30') }, 'no_answer', true],
    ['at its very end', { desiredAt: iso('05:00'), windowEndsAt: iso('05:10') }, 'busy', true],
    ['in a window without a beginning', { windowEndsAt: iso('05:30') }, 'unknown', true],
    ['in the window, to a voicemail', { desiredAt: iso('05:00'), windowEndsAt: iso('05:30') }, 'machine', false],
    ['too early', { desiredAt: iso('05:11'), windowEndsAt: iso('05:30') }, 'answered', false],
    ['too late', { desiredAt: iso('05:00'), windowEndsAt: iso('05:09') }, 'answered', false],
    ['without a promise', {}, 'answered', false],
  ])('a call %s keeps the promise, or does not', (_when, promise, outcome, isKept) => {
    expect(remember(NOTHING, step(promise), ended(outcome)).promiseKeptAt).toEqual(isKept ? at('05:10') : null);
  });
});
