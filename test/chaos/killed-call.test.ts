import { jest } from '@jest/globals';
import { conferenceName } from '../../domain/leg.ts';
import type { Case, Standing, State } from './call-states.ts';
import { answer, hangUp, LABEL, STATES } from './call-states.ts';
import type { Desk } from './desk.ts';
import { openDesks } from './desk.ts';
import { asksForParties } from './gate.ts';
import type { Held } from './gate.ts';
import type { Installation } from './installation.ts';
import { openInstallation } from './installation.ts';
import { eventually } from './line.ts';
import type { Part } from './processes.ts';
import { isAlone, shownParties, truthOf } from './picture.ts';

jest.setTimeout(240_000);

/** How soon after its return all is as it should be. */
const MENDED_WITHIN_MS = 60_000;
/** A part stays away longer than Twilio repeats what it could not say, and longer than a control is asked for. */
const AWAY_MS = 15_000;
const LOOK_EVERY_MS = 1_000;
const AT_ONCE = 5;

const CELLS = STATES.flatMap((state) => state.cases.map((one) => ({ state, one, title: titleOf(state, one) })));
type Cell = (typeof CELLS)[number];

function titleOf({ name }: State, { hangsUp, comesTo }: Case): string {
  return `${name}, and ${hangsUp === null ? 'nobody' : `the ${hangsUp}`} hangs up meanwhile: ${comesTo}`;
}

let ringback: Installation;
let agents: Desk[];
let guests: Desk[];
let customers = 0;

beforeAll(async () => {
  // Telephones ring for longer than any part is away.
  ringback = await openInstallation({ ringTimeoutS: 120 });
  agents = await openDesks(ringback, 'agent', CELLS.length);
  guests = await openDesks(ringback, 'guest', CELLS.filter(({ state }) => state.asksIn).length);
});
afterAll(() => ringback?.close());

/** Every agent is needed: whoever was not let go the time before is missed here. */
async function standing({ state }: Cell, guest: Desk | null): Promise<Standing> {
  customers += 1;
  const number = `+8190123${String(customers).padStart(3, '0')}00`;
  const id = await ringback.requested(number);
  const { agent_id, reservation_id } = await ringback.when(id, ({ status }) => status === 'offered');
  const agent = agents.find((desk) => desk.id === agent_id) as Desk;
  if (state.rings) await ringback.farEnd.letsItRing(state.rings === 'agent' ? agent.endpoint : number, true);
  await agent.say(`/v1/callbacks/${id}/accept`, { offerId: reservation_id });
  const call = { id, number, agent, guest };
  await state.reach(ringback, call);
  return call;
}

/** Some at a time: a machine of two cores is to keep up. */
async function allStanding(): Promise<Standing[]> {
  const free = [...guests];
  const calls: Standing[] = [];
  for (let n = 0; n < CELLS.length; n += AT_ONCE) {
    const some = CELLS.slice(n, n + AT_ONCE);
    calls.push(...(await Promise.all(some.map((cell) => standing(cell, cell.state.asksIn ? (free.pop() as Desk) : null)))));
  }
  return calls;
}

const PARTS = [
  { part: 'api', name: 'the API' },
  { part: 'worker', name: 'the worker' },
  { part: 'temporal', name: 'Temporal' },
  { part: 'console', name: 'every console' },
] as const;
type PartName = (typeof PARTS)[number]['part'];

/** Everybody's console is gone, and comes back. */
const consoles: Part = {
  kill: async () => void (await Promise.all([...agents, ...guests].map((desk) => desk.vanish()))),
  start: async () => void (await Promise.all([...agents, ...guests].map((desk) => desk.reopen()))),
};

function partOf(name: PartName): Part {
  return name === 'console' ? consoles : ringback.parts[name];
}

/** Kills a part in the middle of all that goes on, and of a round of the sweep; people hang up, and the part comes back. */
async function killedMeanwhile(part: PartName, calls: readonly Standing[]): Promise<void> {
  const onTheirWay = await begun(calls);
  await partOf(part).kill();
  const diedAt = Date.now();
  await Promise.all(CELLS.map(async ({ one }, n) => one.hangsUp && hangUp(ringback, calls[n] as Standing, one.hangsUp)));
  for (const request of onTheirWay) request[part === 'worker' ? 'lose' : 'letGo']();
  await eventually(async () => Date.now() - diedAt, (ms) => ms > AWAY_MS, 2 * AWAY_MS);
  await partOf(part).start();
}

/** What is on its way when the part is killed. */
async function begun(calls: readonly Standing[]): Promise<Held[]> {
  const sweep = ringback.gate.holdRequest(asksForParties);
  await ringback.sweepNow();
  const requests = await Promise.all(CELLS.map(async ({ state }, n) => state.begin?.(ringback, calls[n] as Standing)));
  return [await sweep, ...requests.filter((request) => request !== undefined)];
}

/** Where the callback stands, what the consoles show of it, and what Twilio says. */
async function look({ id, number, agent, guest }: Standing) {
  const { status, agent_id: owner } = await ringback.row(id);
  const desks = [agent, ...(guest ? [guest] : [])];
  const truth = await truthOf(ringback.sandbox, conferenceName(id, 1), [number, ...desks.map(({ endpoint }) => endpoint)]);
  const shown = await Promise.all(
    desks.map(async (desk) => {
      const isOn = truth.parties.some(({ label }) => label === LABEL[desk === agent ? 'agent' : 'guest']);
      return { takesPart: isOn || desk.id === owner, parties: shownParties(await desk.read(), id) };
    }),
  );
  return { status, truth, shown };
}

type Picture = Awaited<ReturnType<typeof look>>;

function isTrue({ truth, shown }: Picture): boolean {
  const same = JSON.stringify(truth.parties);
  const isShown = shown.every(({ takesPart, parties }) => (parties === null ? !takesPart : JSON.stringify(parties) === same));
  return isShown && shown.some(({ takesPart }) => takesPart) && truth.calls === truth.parties.length && !isAlone(truth);
}

/** Once the picture is true the call goes to its end, and leaves nobody. */
async function story({ state, one }: Cell, call: Standing, dueBy: number): Promise<void> {
  await eventually(() => look(call), (picture) => picture.status === one.comesTo && isTrue(picture), dueBy - Date.now(), LOOK_EVERY_MS);
  if (one.comesTo === 'dialling') {
    await answer(ringback, call, state.rings ?? 'customer');
    await ringback.when(call.id, ({ status }) => status === 'connected');
  }
  if (one.comesTo !== 'wrap_up') await hangUp(ringback, call, 'customer');
  await eventually(() => look(call), (picture) => picture.status === 'wrap_up' && isTrue(picture), MENDED_WITHIN_MS, LOOK_EVERY_MS);
  const { agent_id: owner } = await ringback.row(call.id);
  await [call.agent, call.guest].find((desk) => desk?.id === owner)?.say(`/v1/callbacks/${call.id}/complete`, {});
  await leavesNobody(call);
  await recordedOnce(call, one);
}

async function leavesNobody({ number, agent, guest }: Standing): Promise<void> {
  for (const desk of [agent, ...(guest ? [guest] : [])]) {
    const isFree = ({ live, joined, askedIn, presence }: Awaited<ReturnType<Desk['read']>>): boolean =>
      live === null && joined === null && askedIn === null && presence.presence === (desk === agent ? 'ready' : 'not_ready');
    await eventually(() => desk.read(), isFree);
    await ringback.farEnd.letsItRing(desk.endpoint, false);
  }
  await ringback.farEnd.letsItRing(number, false);
}

async function recordedOnce({ id }: Standing, { outcome }: Case): Promise<void> {
  const { db } = ringback.store;
  const attempts = await db.selectFrom('attempt').select(['attempt', 'outcome']).where('callback_id', '=', id).execute();
  expect(attempts).toEqual([{ attempt: 1, outcome }]);
  const events = await db.selectFrom('callback_event').select('type').where('callback_id', '=', id).where('type', 'in', ['attempt_started', 'attempt_ended', 'completed']).orderBy('version').execute();
  expect(events.map(({ type }) => type)).toEqual(['attempt_started', 'attempt_ended', 'completed']);
  expect(await ringback.row(id)).toMatchObject({ status: 'completed', attempt: 1, last_outcome: outcome });
}

describe.each(PARTS)('$name is killed while', ({ part }) => {
  const stories = new Map<Cell, Promise<void>>();

  beforeAll(async () => {
    const calls = await allStanding();
    await killedMeanwhile(part, calls);
    const dueBy = Date.now() + MENDED_WITHIN_MS;
    for (const [n, cell] of CELLS.entries()) {
      const told = story(cell, calls[n] as Standing, dueBy);
      // Whichever fails says so in its own test.
      told.catch(() => undefined);
      stories.set(cell, told);
    }
  });

  test.each(CELLS)('$title', (cell) => stories.get(cell));
});
