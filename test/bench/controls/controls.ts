import { startPostgres } from '../../../tools/postgres.ts';
import type { Say, Step } from '../../../tools/progress.mjs';
import type { Centre } from '../centre.ts';
import { openCentre } from '../centre.ts';
import { watchArrivals } from './arrivals.ts';
import { startBareUpdates } from './bare-updates.ts';
import type { ControlFigures, ControlsWish } from './figures.ts';
import { figuresOf } from './figures.ts';
import type { Bench, Round } from './round.ts';
import { oneRound } from './round.ts';
import { openScreen } from './screen.ts';

/** Everything is slower the first times. */
const WARM_UP = 5;

/**
 * How soon what an agent does reaches the telephone network, and an offer its agent's screen, while a whole shift is signed in. So
 * many work on PostgreSQL.
 */
export async function measureControls(wish: ControlsWish, step: Step): Promise<ControlFigures> {
  const database = await step('starting PostgreSQL', () => startPostgres());
  try {
    const centre = await openCentre(wish.agents, step, database.url);
    try {
      return { ...wish, ...figuresOf(await measureRounds(centre, wish.rounds, step)) };
    } finally {
      await centre.close();
    }
  } finally {
    await database.stop();
  }
}

/** One of the agents sits before Chromium; the others follow their streams as it does. */
async function measureRounds(centre: Centre, count: number, step: Step): Promise<Round[]> {
  const { url, sandbox } = centre.system;
  const [colleague] = centre.agents;
  if (!colleague || !sandbox) throw new Error('There is no agent, or no sandbox.');
  const updates = await step('preparing bare updates', () => startBareUpdates(centre.system));
  colleague.agent.leave();
  const screen = await step('opening Chromium', () => openScreen(url, colleague.account));
  const arrivals = watchArrivals(sandbox.url);
  try {
    return await step('calls', (say) => oneAfterTheOther({ centre, colleague, screen, arrivals, updates }, count, say));
  } finally {
    arrivals.stop();
    await screen.close();
    await updates.stop();
  }
}

async function oneAfterTheOther(bench: Bench, count: number, say: Say): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let number = 1 - WARM_UP; number <= count; number += 1) {
    say.now(number < 1 ? 'warming up' : `${number} of ${count} calls`);
    const round = await oneRound(bench);
    if (number >= 1) rounds.push(round);
  }
  say.done(`${count} calls`);
  return rounds;
}
