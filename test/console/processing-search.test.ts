import { NO_SEARCH, readSearch, toQuery, writeSearch } from '../../console/processing/search.ts';

const NOW = Date.parse('2026-03-31T16:00:00Z');
const query = (given: Partial<typeof NO_SEARCH>) => toQuery({ ...NO_SEARCH, ...given }, 'Asia/Tokyo', NOW);

test('a search is in the address as far as it differs from the plain one, and is read from it again', () => {
  const search = { ...NO_SEARCH, period: 'week' as const, route: ['a', 'b'], unit: 'month' as const, groupBy: 'agent' as const };
  expect(writeSearch(search)).toEqual({ period: 'week', route: 'a,b', unit: 'month', groupBy: 'agent' });
  expect(readSearch(new URLSearchParams(writeSearch(search)))).toEqual(search);
  expect(readSearch(new URLSearchParams('period=ever&unit=week&groupBy=x'))).toEqual(NO_SEARCH);
});

test.each([
  ['this_month', '2026-04-01', '2026-04-01'],
  ['last_month', '2026-03-01', '2026-03-31'],
  ['today', '2026-04-01', '2026-04-01'],
  ['yesterday', '2026-03-31', '2026-03-31'],
  ['week', '2026-03-26', '2026-04-01'],
  ['days30', '2026-03-03', '2026-04-01'],
  ['months13', '2025-04-01', '2026-04-01'],
] as const)('%s is from %s to %s, in the centre’s zone', (period, from, to) => {
  expect(query({ period })).toEqual({ from, to, unit: 'day', groupBy: 'none' });
});

test('days that are none are left to the server, and what narrows is given', () => {
  expect(query({ period: 'custom', from: '2026-02-30', to: '2026-03-01', route: ['a'], agent: 'aoki', team: 't' })).toEqual({
    to: '2026-03-01', unit: 'day', groupBy: 'none', route: ['a'], agent: 'aoki', team: 't',
  });
});
