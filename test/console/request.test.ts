import { asProblem, problemOf } from '../../console/api/problem.ts';
import { lackingIn, NOTHING_GIVEN, toRequest } from '../../console/callbacks/request.ts';

const given = { ...NOTHING_GIVEN, routeId: 'billing', number: '090-1234-5678' };

test('a new callback needs a route and a number, and a time where one is promised', () => {
  expect(lackingIn(NOTHING_GIVEN, 'Asia/Tokyo')).toEqual(['routeId', 'number']);
  expect(lackingIn({ ...given, kind: 'scheduled' }, 'Asia/Tokyo')).toEqual(['at']);
  expect(lackingIn(given, 'Asia/Tokyo')).toEqual([]);
});

test('a time that was typed and then not wanted is not sent', () => {
  expect(toRequest({ ...given, at: '2025-11-21T14:30' }, 'Asia/Tokyo')).not.toHaveProperty('at');
});

test("the desired time is the centre's, the reason is something collected", () => {
  expect(toRequest({ ...given, kind: 'scheduled', at: '2025-11-21T14:30', reason: ' invoice ' }, 'Asia/Tokyo')).toMatchObject({
    at: '2025-11-21T05:30:00.000Z',
    collected: { reason: 'invoice' },
  });
});

test('a problem tells which field is wrong', () => {
  const problem = problemOf(400, { type: 'about:blank', title: '', status: 400, code: 'invalid', detail: 'No.', errors: [{ pointer: '/number', detail: 'Not a number.' }, { parameter: 'x', detail: '' }] });
  expect(problem.fields).toEqual({ number: 'Not a number.' });
});

test('an answer that is no problem document, and no answer at all, are problems too', () => {
  expect(problemOf(502, '<html>')).toMatchObject({ status: 502, code: 'unreadable' });
  expect(asProblem(new TypeError('fetch failed'))).toMatchObject({ status: 0, code: 'unreachable' });
});
