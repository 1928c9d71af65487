import type { Spread } from '../statistics.ts';
import { short, table } from '../table.ts';
import type { ControlFigures } from './figures.ts';

/** The figures for people: each beside a bare update of the same run, median beside median and p99 beside p99, and as the ratio of the two. */
export function controlsReport({ agents, rounds, accept, hold, offer, floor, fromReserved, toStored }: ControlFigures): string {
  const row = (name: string, measured: number, bare: number) => [name, short(measured), short(bare), short(measured / bare)];
  const rows = (name: string, measured: Spread) => [row(`${name}, median ms`, measured.median, floor.median), row(`${name}, p99`, measured.p99, floor.p99)];
  return [
    table([
      [`${rounds} calls, ${agents} agents on the event stream`, 'measured', 'bare update', 'ratio'],
      ...rows('Accept to the first request to Twilio', accept),
      ...rows('Hold to the request to Twilio', hold),
      ...rows('offer to the browser', offer),
    ]),
    table([
      ['Around the offer, medians', 'ms'],
      ['reserved by matching, before the workflow decides', short(fromReserved)],
      ['stored after it', short(toStored)],
      ['seen in the browser after it', short(offer.median)],
    ]),
  ].join('\n\n');
}
