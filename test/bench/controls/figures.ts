import type { Spread } from '../statistics.ts';
import { median, spread } from '../statistics.ts';
import type { Round } from './round.ts';

export interface ControlsWish {
  /** How many are signed in, each on the event stream. */
  readonly agents: number;
  /** How many callbacks are counted. */
  readonly rounds: number;
}

/** Milliseconds. */
export interface ControlFigures extends ControlsWish {
  readonly accept: Spread;
  readonly hold: Spread;
  readonly offer: Spread;
  /** A bare update with one local activity. */
  readonly floor: Spread;
  /** Medians: from matching's reservation to the workflow's decision, and from there to its being stored. */
  readonly fromReserved: number;
  readonly toStored: number;
}

/** What rounds come to. The floor is that of all its samples, before whatever they were taken. */
export function figuresOf(rounds: readonly Round[]): Omit<ControlFigures, keyof ControlsWish> {
  return {
    accept: spread(rounds.map(({ acceptMs }) => acceptMs)),
    hold: spread(rounds.map(({ holdMs }) => holdMs)),
    offer: spread(rounds.map(({ offerMs }) => offerMs)),
    floor: spread(rounds.flatMap(({ floorMs }) => floorMs)),
    fromReserved: median(rounds.map(({ reservedMs }) => -reservedMs)),
    toStored: median(rounds.map(({ storedMs }) => storedMs)),
  };
}
