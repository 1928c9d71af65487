import { NO_SEARCH } from '../../console/callbacks/search.ts';
import { agentsAmong, agentsCalled, eligibility, teamsOf } from '../../console/distribution/agent-choice.ts';
import { handOver, selectedIn } from '../../console/distribution/handed-over.ts';
import type { View } from '../../console/distribution/view.ts';
import { DISTRIBUTION_SHOWS, distributionQuery, readView, WITHDRAWAL_SHOWS, withdrawalQuery, writeView } from '../../console/distribution/view.ts';
import { countOf, selectionOf, wishTo } from '../../console/distribution/wish.ts';
import { OPEN_STATUSES } from '../../domain/status.ts';
import { agents, AOKI, BILLING, MORI, SALES } from './served/people.ts';

const NOW_MS = Date.parse('2025-11-21T16:00:00Z');
const ZONE = 'Asia/Tokyo';

function view<Show extends string>(show: Show, more: Partial<View<Show>> = {}): View<Show> {
  return { search: NO_SEARCH, show, plan: null, ctiOnly: false, among: '', called: '', serving: false, ...more };
}

describe('what stands in the address', () => {
  test('comes back as it was written', () => {
    const full = view('withdrawn', { search: { ...NO_SEARCH, number: '5678', team: 'north' }, plan: 'p1', ctiOnly: true, among: 'east', called: 'mori', serving: true });
    expect(readView(new URLSearchParams(writeView(full, DISTRIBUTION_SHOWS)), DISTRIBUTION_SHOWS)).toEqual(full);
  });

  test('is nothing at first, and words nobody knows are the first of them', () => {
    expect(writeView(view('undistributed'), DISTRIBUTION_SHOWS)).toEqual({});
    expect(readView(new URLSearchParams('show=lost'), WITHDRAWAL_SHOWS)).toEqual(view('distributed'));
  });
});

describe('Distribution lists', () => {
  test('what is open and nobody’s, who has waited longest first', () => {
    expect(distributionQuery(view('undistributed'), ZONE, NOW_MS)).toEqual({ by: 'requested', order: 'asc', status: OPEN_STATUSES, assignee: 'none' });
  });

  test('what is withdrawn, or all that is open', () => {
    expect(distributionQuery(view('withdrawn'), ZONE, NOW_MS)).toMatchObject({ status: ['withdrawn'], assignee: 'none' });
    expect(distributionQuery(view('all'), ZONE, NOW_MS)).toEqual({ by: 'requested', order: 'asc', status: OPEN_STATUSES });
  });

  test('what is distributed where an agent or a team is searched for', () => {
    expect(distributionQuery(view('undistributed', { search: { ...NO_SEARCH, assignee: 'a1' } }), ZONE, NOW_MS)).toMatchObject({ assignee: 'a1', status: OPEN_STATUSES });
    expect(distributionQuery(view('withdrawn', { search: { ...NO_SEARCH, team: 'north' } }), ZONE, NOW_MS)).not.toHaveProperty('assignee');
  });

  test('narrows by nothing that the screen has no field for, whatever the address says', () => {
    const hidden = { ...NO_SEARCH, by: 'due', name: 'Sato', kind: ['asap'], status: ['completed'], outcome: 'busy' } as const;
    expect(distributionQuery(view('all', { search: hidden }), ZONE, NOW_MS)).toEqual({ by: 'requested', order: 'asc', status: OPEN_STATUSES });
  });
});

describe('Withdrawal lists', () => {
  test('what is anybody’s, or one agent’s', () => {
    expect(withdrawalQuery(view('distributed'), ZONE, NOW_MS)).toMatchObject({ assignee: 'any', status: OPEN_STATUSES });
    expect(withdrawalQuery(view('distributed', { search: { ...NO_SEARCH, assignee: 'a1' } }), ZONE, NOW_MS)).toMatchObject({ assignee: 'a1' });
  });

  test('what is withdrawn, which is no agent’s and no team’s any more', () => {
    const search = { ...NO_SEARCH, assignee: 'a1', team: 'north', number: '5678' };
    expect(withdrawalQuery(view('withdrawn', { search }), ZONE, NOW_MS)).toEqual({ by: 'requested', order: 'asc', status: ['withdrawn'], number: '5678' });
  });
});

describe('the agents one can choose from', () => {
  test('are all, those logged in, or those of a team', () => {
    const names = (among: Parameters<typeof agentsAmong>[1]) => agentsAmong(agents, among).map(({ name }) => name);
    expect(names({ ctiOnly: false, among: '' })).toEqual([AOKI.name, MORI.name]);
    expect(names({ ctiOnly: true, among: '' })).toEqual([AOKI.name]);
    expect(names({ ctiOnly: false, among: agents[0]?.teams[0]?.id ?? '' })).toEqual([AOKI.name]);
    expect(names({ ctiOnly: false, among: 'nowhere' })).toEqual([]);
  });

  test('are found by a part of their name, however it is written', () => {
    const names = (text: string) => agentsCalled(agents, text).map(({ name }) => name);
    expect(names('  ')).toEqual([AOKI.name, MORI.name]);
    expect(names('MORI')).toEqual([MORI.name]);
    expect(names('ｍｏｒｉ ')).toEqual([MORI.name]);
    expect(names('nobody')).toEqual([]);
  });

  test('have teams, each named once', () => {
    expect(teamsOf([...agents, ...agents])).toEqual(teamsOf(agents));
  });

  test('serve all, some or none of the routes; without the right to phone none', () => {
    const one = { mayPhone: true, routes: [BILLING] };
    expect(eligibility(one, new Set())).toBe('all');
    expect(eligibility(one, new Set([BILLING.id]))).toBe('all');
    expect(eligibility(one, new Set([BILLING.id, SALES.id]))).toBe('some');
    expect(eligibility(one, new Set([SALES.id]))).toBe('none');
    expect(eligibility({ ...one, mayPhone: false }, new Set())).toBe('none');
  });
});

describe('a plan', () => {
  const search = distributionQuery(view('undistributed'), ZONE, NOW_MS);
  const choice = { method: 'equal', setMethod: () => {}, levelled: true, setLevelled: () => {}, chosen: ['a1', 'a2'], press: () => {}, pressAll: () => {} } as const;

  test('takes ids, or the search as a whole', () => {
    expect(selectionOf({ type: 'some', ids: new Set(['c1']) }, search)).toEqual({ ids: ['c1'] });
    expect(selectionOf({ type: 'some', ids: new Set() }, search)).toBeNull();
    expect(selectionOf({ type: 'whole' }, search)).toEqual({ search });
    expect([countOf({ type: 'whole' }, 340), countOf({ type: 'whole' }, undefined), countOf({ type: 'some', ids: new Set(['c1']) }, 340)]).toEqual([340, null, 1]);
  });

  test('is none while callbacks or agents are missing', () => {
    expect(wishTo('distribute', null, choice)).toBeNull();
    expect(wishTo('distribute', { search }, { ...choice, chosen: [] })).toBeNull();
  });

  test('levels only what is spread evenly', () => {
    expect(wishTo('move', { ids: ['c1'] }, choice)?.action).toEqual({ type: 'move', method: 'equal', agentIds: ['a1', 'a2'], levelled: true });
    expect(wishTo('move', { ids: ['c1'] }, { ...choice, method: 'manual', chosen: ['a1'] })?.action).toMatchObject({ method: 'manual', levelled: false });
  });
});

test('a selection is handed over by the history of the browser, and anything else there selects nothing', () => {
  const some = { type: 'some', ids: new Set(['c1', 'c2']) } as const;
  expect(selectedIn(handOver(some))).toEqual(some);
  expect(selectedIn(handOver({ type: 'whole' }))).toEqual({ type: 'whole' });
  for (const state of [null, undefined, 'text', {}, { selected: 7 }]) expect(selectedIn(state)).toEqual({ type: 'some', ids: new Set() });
});
