import type { Search } from '../../console/callbacks/search.ts';
import { countFilters, isEmptySearch, NO_SEARCH, orderOf, periodOf, pressedHeading, readSearch, toQuery, writeSearch } from '../../console/callbacks/search.ts';

const NOW_MS = Date.parse('2025-11-21T16:00:00Z'); // 01:00 on the 22nd in Tokyo

const read = (text: string) => readSearch(new URLSearchParams(text));
const full: Search = {
  period: 'custom',
  from: '2025-11-01',
  to: '2025-11-02',
  by: 'due',
  route: ['billing', 'sales'],
  status: ['queued', 'offered'],
  number: '5678',
  assignee: 'none',
  team: 'team-north',
  name: '田中',
  kind: ['asap'],
  origin: ['ivr', 'web'],
  outcome: 'busy',
  distributor: 'automatic',
  disposition: 'paid',
  attemptsFrom: '1',
  attemptsTo: '3',
  sort: 'name',
  order: 'desc',
};

describe('a search in the address of the page', () => {
  test('comes back as it was written', () => {
    expect(read(new URLSearchParams(writeSearch(full)).toString())).toEqual(full);
  });

  test('is nothing at all while nothing is searched', () => {
    expect(writeSearch(NO_SEARCH)).toEqual({});
    expect(read('')).toEqual(NO_SEARCH);
  });

  test('with words nobody knows narrows nothing', () => {
    expect(read('period=never&status=lost,queued&outcome=what&by=luck&kind=x&sort=luck&order=up&attemptsFrom=-1&attemptsTo=many')).toEqual({ ...NO_SEARCH, status: ['queued'] });
  });
});

describe('a period', () => {
  test.each([
    ['today', '2025-11-21T15:00:00.000Z', '2025-11-22T15:00:00.000Z'],
    ['yesterday', '2025-11-20T15:00:00.000Z', '2025-11-21T15:00:00.000Z'],
    ['week', '2025-11-15T15:00:00.000Z', '2025-11-22T15:00:00.000Z'],
    ['month', '2025-10-23T15:00:00.000Z', '2025-11-22T15:00:00.000Z'],
  ] as const)("%s goes by the centre's days", (period, from, to) => {
    expect(periodOf({ ...NO_SEARCH, period }, 'Asia/Tokyo', NOW_MS)).toEqual({ from, to });
  });

  test('today and later has no end, all has neither', () => {
    expect(periodOf({ ...NO_SEARCH, period: 'ahead' }, 'Asia/Tokyo', NOW_MS)).toEqual({ from: '2025-11-21T15:00:00.000Z' });
    expect(periodOf(NO_SEARCH, 'Asia/Tokyo', NOW_MS)).toEqual({});
  });

  test('of one’s own includes both its days, and may be open at either end', () => {
    expect(periodOf(full, 'Asia/Tokyo', NOW_MS)).toEqual({ from: '2025-10-31T15:00:00.000Z', to: '2025-11-02T15:00:00.000Z' });
    expect(periodOf({ ...full, from: '' }, 'Asia/Tokyo', NOW_MS)).toEqual({ to: '2025-11-02T15:00:00.000Z' });
    expect(periodOf({ ...full, from: 'soon', to: '' }, 'Asia/Tokyo', NOW_MS)).toEqual({});
  });

  test('over a change of the clocks keeps local midnights', () => {
    const nowMs = Date.parse('2025-10-26T12:00:00Z');
    expect(periodOf({ ...NO_SEARCH, period: 'today' }, 'Europe/London', nowMs)).toEqual({ from: '2025-10-25T23:00:00.000Z', to: '2025-10-27T00:00:00.000Z' });
  });
});

test('the query holds only what narrows, and the next one due comes first', () => {
  expect(toQuery(NO_SEARCH, 'Asia/Tokyo', NOW_MS)).toEqual({ by: 'requested', order: 'desc' });
  expect(toQuery({ ...NO_SEARCH, by: 'due', number: ' 5678 ' }, 'Asia/Tokyo', NOW_MS)).toEqual({ by: 'due', order: 'asc', number: '5678' });
  expect(toQuery(full, 'Asia/Tokyo', NOW_MS)).toMatchObject({ route: ['billing', 'sales'], status: ['queued', 'offered'], assignee: 'none', team: 'team-north', outcome: 'busy', sort: 'name', order: 'desc', distributor: 'automatic', disposition: 'paid', attemptsFrom: 1, attemptsTo: 3 });
  expect(toQuery({ ...full, attemptsTo: '0' }, 'Asia/Tokyo', NOW_MS)).not.toHaveProperty('attemptsTo');
});

test('a heading pressed sorts by its column in its usual order, and pressed again turns it round', () => {
  expect(orderOf(NO_SEARCH)).toEqual({ sort: 'requested', order: 'desc' });
  expect(orderOf({ ...NO_SEARCH, by: 'due' })).toEqual({ sort: 'due', order: 'asc' });
  const once = pressedHeading(NO_SEARCH, 'name');
  expect(once).toEqual({ sort: 'name', order: 'asc' });
  expect(pressedHeading({ ...NO_SEARCH, ...once }, 'name')).toEqual({ sort: 'name', order: 'desc' });
  expect(pressedHeading(NO_SEARCH, 'requested')).toEqual({ sort: 'requested', order: 'asc' });
  expect(pressedHeading(NO_SEARCH, 'attempts')).toEqual({ sort: 'attempts', order: 'desc' });
});

test('ordering alone is no search', () => {
  expect(isEmptySearch({ ...NO_SEARCH, sort: 'name', order: 'asc' })).toBe(true);
  expect(isEmptySearch({ ...NO_SEARCH, by: 'due' })).toBe(true);
  expect(isEmptySearch({ ...NO_SEARCH, number: '1' })).toBe(false);
});

test('the fields behind "Filters" are counted', () => {
  expect(countFilters(NO_SEARCH)).toBe(0);
  expect(countFilters(full)).toBe(7);
});
