import type { JournalEntry, RequestEntry } from '../../sandbox/journal.ts';
import { bare, quoted, tableOf } from '../actions-tables.ts';
import { SCENARIOS } from './action-scenarios.ts';
import type { Stage } from './action-stages.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

/** One line of the first two tables in docs/actions.md: what is done, what the timeline says (of an action), and what is asked of Twilio. */
interface Row {
  readonly action: string;
  readonly events: readonly string[];
  readonly twilio: string;
}

const ROWS: readonly Row[] = [
  ...tableOf('action').map((cells) => ({ action: bare(cells.at(0)), events: quoted(cells.at(4)), twilio: bare(cells.at(-1)) })),
  ...tableOf('where it is otherwise').map((cells) => ({ action: bare(cells.at(0)), events: [], twilio: bare(cells.at(-1)) })),
];

/** What the sandbox network was asked by us. */
type Request = JournalEntry & RequestEntry;

/** Every request, also one that only looks and one that is refused. */
async function requestsSince(id: number): Promise<readonly Request[]> {
  const response = await fetch(`${centre.sandbox.url}/sandbox/journal?kind=request&since=${id}`);
  return ((await response.json()) as { entries: readonly Request[] }).entries;
}

async function requestsOf({ act }: Stage): Promise<readonly Request[]> {
  const before = (await requestsSince(0)).at(-1)?.id ?? 0;
  await act();
  return requestsSince(before);
}

/** How somebody sits whose request does not say otherwise: not worth a word where they are rung. */
const PLAIN: Readonly<Record<string, string>> = { EndConferenceOnExit: 'false', Muted: 'false', StartConferenceOnEnter: 'true' };

/** Nor is how a URL is fetched, and where the news of a recording goes. */
const UNSAID = /Method$|^RecordingStatusCallback/;

type Parameter = readonly [name: string, value: string];

function saidOf({ method, parameters }: Request, isNew: boolean): string[] {
  if (method !== 'POST') return [];
  const all = Object.entries(parameters).map(([name, value]): Parameter => [name, String(value)]);
  const said = all.filter(([name, value]) => (isNew ? name in PLAIN && PLAIN[name] !== value : !UNSAID.test(name)));
  return said.map(([name, value]) => (value.startsWith('http') ? name : `${name}=${value}`)).toSorted();
}

const roleOf = (label: unknown): string => String(label).split('-')[0] ?? '';

/** A request in the words of docs/actions.md, with the calls of those who are meant; a refused one says so. */
function worded(request: Request): string {
  const path = request.path.replace(/^.*\/Accounts\/\w+\//, '').replace(/\.json$/, '').replace(/^Conferences\/[^/]+\/Participants/, 'P');
  const isNew = request.method === 'POST' && path === 'P';
  const words = [request.method, path, ...(isNew ? [roleOf(request.parameters['Label'])] : []), ...saidOf(request, isNew)];
  return (request.status < 400 ? words : [...words, `(${request.status})`]).join(' ');
}

/** The same, with the role of who is meant in place of their call. */
async function inWords(id: string, requests: readonly Request[]): Promise<string[]> {
  const legs = await centre.store.db.selectFrom('leg').select(['label', 'call_sid']).where('callback_id', '=', id).execute();
  const named = (text: string): string => legs.reduce((words, { label, call_sid: sid }) => (sid === null ? words : words.replaceAll(sid, roleOf(label))), text);
  return requests.map((request) => named(worded(request)));
}

const partyOf = (request: string) => /\b(?:agent|customer|target|supervisor)\b/.exec(request)?.[0] ?? '';

/** What is asked about one party goes beside what is asked about another: only within each there is an order. */
function besideEachOther(asked: readonly string[]): string {
  const parties = [...new Set(asked.map(partyOf))].toSorted();
  return parties.map((party) => asked.filter((request) => partyOf(request) === party).join(', then ')).join(', beside ');
}

function sentence(asked: readonly string[], isBeside: boolean): string {
  if (asked.length === 0) return 'none';
  return isBeside ? besideEachOther(asked) : asked.join(', then ');
}

/** Of the events of a row, those that the timeline has said since it had so many lines. */
async function saidSince(id: string, lines: number, events: readonly string[]): Promise<readonly string[]> {
  const said = (await centre.events(id)).slice(lines).map(({ type }) => type);
  return events.filter((event) => (said as readonly string[]).includes(event));
}

async function stageOf(action: string): Promise<Stage> {
  const scenario = SCENARIOS[action];
  if (scenario === undefined) throw new Error('No scenario does this: add one to action-scenarios.ts.');
  return scenario(centre);
}

test.each(ROWS)('$action: $twilio', async ({ action, events, twilio }) => {
  const stage = await stageOf(action);
  const lines = (await centre.events(stage.id)).length;
  const asked = await inWords(stage.id, await requestsOf(stage));
  const afterwards = stage.afterwards === undefined ? [] : asked.splice(-1);
  expect(sentence(asked, twilio.includes('beside'))).toBe(twilio);
  expect(await saidSince(stage.id, lines, events)).toEqual(events.slice(0, 1));
  expect(afterwards).toEqual(stage.afterwards === undefined ? [] : [stage.afterwards]);
});

test('no scenario is left without its row', () => {
  expect(Object.keys(SCENARIOS).toSorted()).toEqual(ROWS.map(({ action }) => action).toSorted());
});

test('a conference is asked for by its name until it is there, and by its sid ever after', async () => {
  const requests = await requestsOf(await stageOf('Accept an offer'));
  expect(requests.map(({ path }) => /Conferences\/CF[0-9a-f]{32}\//.test(path))).toEqual([false, true]);
});
