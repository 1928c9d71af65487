import { agreedTime } from '../../console/case/agreed.ts';
import { webRequestOf } from '../../console/desk/web-request.ts';
import type { Case } from '../../console/api/types.ts';

test('a form’s answers are told by what they mean: what it is about, when the customer can be reached, and the rest', () => {
  const form = { plan: 'Basic', message: 'My code has expired', subject: 'Cannot sign in', reachable: ' mornings ' };
  expect(webRequestOf(form)).toEqual({ nature: 'Cannot sign in\nMy code has expired', reachable: 'mornings', rest: { plan: 'Basic' } });
  expect(webRequestOf({ message: ' ', plan: 'Basic' })).toEqual({ nature: null, reachable: null, rest: { plan: 'Basic' } });
});

describe('the time agreed in a call', () => {
  const timeline = (...types: [string, string?][]) => types.map(([type, dueAt]) => ({ type, data: dueAt ? { dueAt } : {} })) as Case['timeline'];

  test('is the last one of the newest attempt', () => {
    const lines = timeline(['rescheduled', 'before'], ['attempt_started'], ['rescheduled', 'first'], ['rescheduled', 'last'], ['attempt_ended']);
    expect(agreedTime({ status: 'wrap_up', timeline: lines })).toBe('last');
    expect(agreedTime({ status: 'scheduled', timeline: lines })).toBeNull();
  });

  test('is none where only an earlier one was agreed', () => {
    expect(agreedTime({ status: 'connected', timeline: timeline(['rescheduled', 'before'], ['attempt_started'], ['connected']) })).toBeNull();
  });
});
