import { OPERATIONS } from '../../api/operations/index.ts';
import type { Operation } from '../../api/operations/operation.ts';
import { planAction } from '../../api/schemas/plans.ts';
import type { Action as Update } from '../../domain/allowed.ts';
import { ALLOWED_WHILE } from '../../domain/allowed.ts';
import type { PlanActionType } from '../../domain/plan.ts';
import { whyNot } from '../../domain/plan-rules.ts';
import { STATUSES } from '../../domain/status.ts';
import { EVENT_TYPES } from '../../domain/words.ts';
import * as messages from '../../workflows/messages.ts';
import { ACTIONS_DOCUMENT, bare, quoted, tableOf } from '../actions-tables.ts';

const listed = (cell = '') => cell.split(', ');

const ACTIONS = tableOf('action').map(([action, statuses, api, update, event]) => ({
  action,
  statuses: listed(statuses),
  api: bare(api),
  update: bare(update),
  events: quoted(event),
}));

const ABOUT = tableOf('about it').map(([action, statuses, api, event]) => ({ action, statuses, api: bare(api), event }));

const PLANS = tableOf('plan').map(([plan, statuses, event]) => ({ plan: quoted(plan)[0] ?? '', statuses: listed(statuses), events: quoted(event) }));

const HAPPENINGS = tableOf('what happens').map(([happening, says]) => ({ happening, events: quoted(says) }));

const UPDATES = Object.entries(messages).flatMap(([name, definition]) => (name.endsWith('Update') ? [(definition as { name: string }).name] : []));
const nameOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`;
const APIS = OPERATIONS.map(nameOf);

/** What can be asked to be done about callbacks, one by one, or by an agent about themselves. */
const COMMANDS = OPERATIONS.filter(({ method, path }) => method !== 'get' && /^\/v1\/(?:callbacks(?:\/.*)?|me\/.*)$/.test(path)).map(nameOf);

describe('the actions on a callback’s life', () => {
  test.each(ACTIONS)('$action is as the code has it', ({ statuses, api, update, events }) => {
    expect(APIS).toContain(api);
    expect(UPDATES).toContain(update);
    expect(events).not.toEqual([]);
    expect(statuses).toEqual(ALLOWED_WHILE[update as Update]);
  });

  test('every update is allowed while the code says, and nothing else is', () => {
    expect(Object.keys(ALLOWED_WHILE).toSorted()).toEqual(UPDATES.toSorted());
  });

  test('every update that a callback’s workflow takes stands there', () => {
    expect([...new Set(ACTIONS.map(({ update }) => update))].toSorted()).toEqual(UPDATES.toSorted());
  });
});

describe('what is about a callback', () => {
  /** That they are the right ones is for about-a-callback.test.ts to find out. */
  test.each(ABOUT)('$action names statuses there are, and its events, or none', ({ statuses, event }) => {
    if (statuses !== 'any') expect(STATUSES).toEqual(expect.arrayContaining(listed(statuses)));
    if (event !== 'none') expect(quoted(event)).not.toEqual([]);
  });

  test('every command of the API stands there in one line, or among the actions on its life', () => {
    const lives = new Set(ACTIONS.map(({ api }) => api));
    expect([...lives, ...ABOUT.map(({ api }) => api)].toSorted()).toEqual(COMMANDS.toSorted());
  });
});

describe('what a plan does', () => {
  test('every type of it there is stands there once', () => {
    const types = planAction.options.map(({ shape }) => shape.type.value);
    expect(PLANS.map(({ plan }) => plan).toSorted()).toEqual(types.toSorted());
  });

  test.each(PLANS)('$plan is allowed while the code says', ({ plan, statuses }) => {
    const assigneeId = plan === 'distribute' ? null : 'aoki';
    const others = { assigneeId, isReserved: false, isKeptForLater: false, wasAsked: false };
    expect(statuses).toEqual(STATUSES.filter((status) => whyNot(plan as PlanActionType, { ...others, status }) === null));
  });
});

describe('names', () => {
  test('every event there is stands in a table, and no other', () => {
    const said = [...ACTIONS, ...PLANS, ...HAPPENINGS].flatMap(({ events }) => events);
    const all = new Set([...said, ...ABOUT.flatMap(({ event }) => quoted(event))]);
    expect([...all].toSorted()).toEqual(EVENT_TYPES.toSorted());
  });

  test.each(HAPPENINGS)('the timeline says something when: $happening', ({ events }) => {
    expect(events).not.toEqual([]);
  });

  test('every operation that is named anywhere is one of the API', () => {
    const named = quoted(ACTIONS_DOCUMENT).filter((name) => /^[A-Z]+ \//.test(name));
    expect(APIS).toEqual(expect.arrayContaining([...named]));
  });
});
