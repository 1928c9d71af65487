import { readFileSync } from 'node:fs';
import { OPERATIONS } from '../../api/operations/index.ts';
import type { Action as Update } from '../../domain/allowed.ts';
import { ALLOWED_WHILE } from '../../domain/allowed.ts';
import { EVENT_TYPES } from '../../domain/words.ts';
import * as messages from '../../workflows/messages.ts';

/** One line of the table in docs/actions.md. */
interface Action {
  readonly action: string;
  readonly statuses: readonly string[];
  readonly api: string;
  readonly update: string;
  readonly event: string;
}

const bare = (cell: string | undefined) => (cell ?? '').replaceAll('`', '').trim();

const ACTIONS: readonly Action[] = readFileSync(new URL('../../docs/actions.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]/.test(line))
  .map((line) => line.split('|').slice(1))
  .map(([action, statuses, api, update, event]) => ({
    action: bare(action),
    statuses: bare(statuses).split(', '),
    api: bare(api),
    update: bare(update),
    event: bare(event),
  }));

const UPDATES = Object.entries(messages).flatMap(([name, definition]) => (name.endsWith('Update') ? [(definition as { name: string }).name] : []));
const APIS = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`);

test.each(ACTIONS)('$action is as the code has it', ({ statuses, api, update, event }) => {
  expect(APIS).toContain(api);
  expect(UPDATES).toContain(update);
  expect(EVENT_TYPES).toContain(event);
  expect(statuses).toEqual(ALLOWED_WHILE[update as Update]);
});

test('every update is allowed while the code says, and nothing else is', () => {
  expect(Object.keys(ALLOWED_WHILE).toSorted()).toEqual(UPDATES.toSorted());
});

test('every update that a callback’s workflow takes stands there', () => {
  expect([...new Set(ACTIONS.map(({ update }) => update))].toSorted()).toEqual(UPDATES.toSorted());
});

test('every control of a call that the API has stands there', () => {
  const controls = OPERATIONS.filter(({ tag, method }) => tag === 'call' && method === 'post').map(({ path }) => `POST ${path}`);
  expect(ACTIONS.map(({ api }) => api)).toEqual(expect.arrayContaining(controls));
});
