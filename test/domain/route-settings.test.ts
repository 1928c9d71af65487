import { newRoutePolicy } from '../../domain/new-route.ts';
import { ROUTE_LIMITS } from '../../domain/route-limits.ts';
import { faultsOf } from '../../domain/route-rules.ts';
import type { RouteSettings } from '../../domain/route-settings.ts';
import { changeDueTimes, changesOf } from '../../domain/route-settings.ts';
import type { RoutePolicy } from '../../domain/route.ts';

const POLICY = newRoutePolicy({ timeZone: 'Asia/Tokyo', callerId: '+81312345678' });
const SETTINGS: RouteSettings = { name: 'Billing', numbers: ['+81312345678', '+81312345679'], agentIds: ['aoki', 'mori'], policy: POLICY };
const edited = (policy: Partial<RoutePolicy>, route: Partial<RouteSettings> = {}): RouteSettings => ({ ...SETTINGS, ...route, policy: { ...POLICY, ...policy } });

describe('what a new route begins with', () => {
  test.each(['Asia/Tokyo', 'Europe/Berlin'])('is in order, and within the limits (%s)', (timeZone) => {
    const policy = newRoutePolicy({ timeZone, callerId: '+81312345678' });
    expect(faultsOf(policy)).toEqual([]);
    for (const [key, { least, most }] of Object.entries(ROUTE_LIMITS)) {
      const value = policy[key as keyof RoutePolicy];
      const figures = typeof value === 'object' ? Object.values(value ?? {}) : [value];
      for (const figure of figures) expect({ key, fits: figure >= least && figure <= most }).toEqual({ key, fits: true });
    }
  });
});

describe('changes', () => {
  test('are what differs, with both sides', () => {
    expect(changesOf(SETTINGS, edited({ leadTimeMs: 60_000 }, { name: 'Invoices' }))).toEqual([
      { key: 'name', before: 'Billing', after: 'Invoices' },
      { key: 'leadTimeMs', before: POLICY.leadTimeMs, after: 60_000 },
    ]);
    expect(changesOf(SETTINGS, edited({ previewTimeoutMs: 5000 }))).toEqual([{ key: 'previewTimeoutMs', before: null, after: 5000 }]);
  });

  test('are not the order of numbers, agents, closed days and spans, nor of keys, nor days without spans', () => {
    const spans = [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }];
    const before = edited({ hours: { 1: spans, 2: [] }, closedDates: ['2026-12-29', '2026-12-30'], afterMissedOffer: { to: 'route', routeId: 'a' } });
    const after = edited(
      { hours: { 1: spans.toReversed(), 3: [] }, closedDates: ['2026-12-30', '2026-12-29'], afterMissedOffer: { routeId: 'a', to: 'route' } },
      { numbers: SETTINGS.numbers.toReversed(), agentIds: ['mori', 'aoki', 'mori'] },
    );
    expect(changesOf(before, after)).toEqual([]);
    expect(changesOf(before, edited({}, { agentIds: ['mori'] })).map(({ key }) => key)).toContain('agentIds');
  });

  test('of dispositions and languages are their order, too', () => {
    expect(changesOf(SETTINGS, edited({ languages: ['en', 'ja'], dispositions: POLICY.dispositions.toReversed() })).map(({ key }) => key)).toEqual(['languages', 'dispositions']);
  });

  test('show a setting that an older document did not have', () => {
    const { ownerRule: _, ...old } = POLICY;
    expect(changesOf({ ...SETTINGS, policy: old as RoutePolicy }, SETTINGS)).toEqual([{ key: 'ownerRule', before: null, after: 'nobody' }]);
    expect(changesOf(SETTINGS, { ...SETTINGS, policy: old as RoutePolicy })).toEqual([{ key: 'ownerRule', before: 'nobody', after: null }]);
  });

  test('of hours, zone, holidays, closed days, lead time, window and expiry may move those who wait; others do not', () => {
    const moves = (policy: Partial<RoutePolicy>) => changeDueTimes(changesOf(SETTINGS, edited(policy)));
    expect([{ hours: {} }, { timeZone: 'Asia/Seoul' }, { holidayCountry: 'JP' }, { closedDates: ['2026-12-31'] }, { leadTimeMs: 0 }, { windowMs: 60_000 }, { expiryMs: 1 }].map(moves)).toEqual(Array(7).fill(true));
    expect(moves({ instructions: 'Hello', offerTimeoutMs: 10_000 })).toBe(false);
  });
});

describe('faults', () => {
  const found = (policy: Partial<RoutePolicy>) => faultsOf({ ...POLICY, ...policy }).map(({ pointer, fault }) => `${pointer} ${fault}`);

  test('of spans: no time, ends first, overlaps the one that began before', () => {
    expect(found({ hours: { 1: [{ from: '9:00', to: '18:00' }], 2: [{ from: '24:00', to: '24:00' }], 3: [{ from: '09:00', to: '18:60' }] } })).toEqual([
      '/hours/1/0/from not_a_time',
      '/hours/2/0/from not_a_time',
      '/hours/3/0/to not_a_time',
    ]);
    expect(found({ hours: { 1: [{ from: '18:00', to: '09:00' }], 2: [{ from: '09:00', to: '09:00' }] } })).toEqual(['/hours/1/0/to ends_first', '/hours/2/0/to ends_first']);
    expect(found({ hours: { 1: [{ from: '11:59', to: '18:00' }, { from: '09:00', to: '12:00' }]} })).toEqual(['/hours/1/0/from overlaps']);
    expect(found({ hours: { 1: [{ from: '09:00', to: '10:00' }, { from: '09:00', to: '12:00' }] } })).toEqual(['/hours/1/1/from overlaps']);
    expect(found({ hours: { 1: [{ from: '12:00', to: '24:00' }, { from: '00:00', to: '12:00' }] } })).toEqual([]);
  });

  test('of closed days: none of the calendar, or named twice', () => {
    expect(found({ closedDates: ['2026-02-29', '2028-02-29', '29.2.2028', '2026-13-01', '2028-02-29'] })).toEqual([
      '/closedDates/0 not_a_date',
      '/closedDates/2 not_a_date',
      '/closedDates/3 not_a_date',
      '/closedDates/4 repeated',
    ]);
  });

  test('of what has to be unique', () => {
    const [first] = POLICY.dispositions;
    expect(
      found({
        languages: ['ja', 'ja'],
        dispositions: [first!, first!],
        caseFields: [{ key: 'menu', label: {} }, { key: 'menu', label: {} }],
        callbackFields: [{ key: 'due', label: {} }, { key: 'due', label: {} }],
      }),
    ).toEqual(['/languages/1 repeated', '/dispositions/1/code repeated', '/caseFields/1/key repeated', '/callbackFields/1/key repeated']);
  });

  test('of what could never end well', () => {
    expect(found({ dispositions: [], dispositionMandatory: true })).toEqual(['/dispositionMandatory nothing_to_choose']);
    expect(found({ expiryMs: 60_000, windowMs: 60_001 })).toEqual(['/expiryMs before_window_ends']);
  });
});
