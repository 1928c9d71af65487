import type { Express } from 'express';
import type { OffersStatus, ProcessingStatus, ServiceStatus, Wallboard } from '../../../console/api/types.ts';
import { AOKI, BILLING, minutesFromNow, MORI, SALES } from './people.ts';

/** What the API would know of the processing status and the wallboard. */
export interface KnownStatus {
  /** Callbacks asked for each day; 0 gives a period in which nothing happened. */
  perDay: number;
  board: Wallboard;
  offers: OffersStatus['rows'];
}

export function statusAtFirst(): KnownStatus {
  return {
    perDay: 40,
    board: {
      serverTime: minutesFromNow(0),
      waiting: 7,
      offered: 2,
      onCall: 5,
      afterCall: 1,
      overdue: 3,
      oldestDueAt: minutesFromNow(-62),
      dueNextHour: 14,
      agents: { offline: 4, not_ready: 2, ready: 3, busy: 5, after_call: 1 },
    },
    offers: [
      { agent: AOKI, offered: 48, accepted: 41, rejected: 4, missed: 2, withdrawn: 1 },
      { agent: MORI, offered: 30, accepted: 22, rejected: 1, missed: 7, withdrawn: 0 },
    ],
  };
}

/** Answers as the API does: the days asked for, and beside them the same figures by agent or route. */
export function serveStatus(app: Express, known: KnownStatus): void {
  app.get('/v1/status', ({ query }, response) => void response.json(statusOf(known, query as Record<string, string>)));
  app.get('/v1/status/service', ({ query }, response) => void response.json(serviceOf(known, query as Record<string, string>)));
  app.get('/v1/status/offers', (_request, response) => void response.json(offersOf(known)));
  app.get('/v1/wallboard', (_request, response) => void response.json({ ...known.board, serverTime: new Date().toISOString() }));
}

function figures(requested: number): ProcessingStatus['totals'] {
  const distributed = Math.floor(requested * 0.9);
  const completed = Math.floor(distributed * 0.7);
  const unprocessed = Math.floor(distributed * 0.2);
  return { requested, distributed, completed, unprocessed, otherEnded: distributed - completed - unprocessed, rate: distributed === 0 ? null : completed / distributed };
}

function groupsOf(groupBy: string) {
  return { agent: [AOKI, MORI], route: [BILLING, SALES] }[groupBy] ?? [];
}

function statusOf({ perDay }: KnownStatus, { from = '2026-11-01', to = '2026-11-25', unit = 'day', groupBy = 'none' }: Record<string, string>): ProcessingStatus {
  const periods = unit === 'day' ? daysOf(from, to) : [...new Set(daysOf(from, to).map((day) => day.slice(0, 7)))];
  const each = (index: number) => (index % 7 === 6 ? 0 : perDay * (unit === 'day' ? 1 : 25) + (perDay > 0 ? index % 5 : 0));
  const groups = groupsOf(groupBy);
  const rows = groups.length === 0 ? periods.map((period, index) => ({ period, group: null, ...figures(each(index)) })) : periods.flatMap((period, index) => groups.map((group) => ({ period, group, ...figures(each(index)) })));
  const total = periods.reduce((sum, _period, index) => sum + each(index), 0);
  return {
    from, to, timeZone: 'Asia/Tokyo', unit: unit as 'day', groupBy: groupBy as 'none', rows,
    groups: groups.map((group, index) => ({ group, ...figures(Math.floor(total / (index + 2))) })),
    totals: figures(total),
  };
}

function serviceOf({ perDay }: KnownStatus, { from = '', to = '', groupBy = 'none' }: Record<string, string>): ServiceStatus {
  const some = { attemptsPerCompletion: 1.46, completedByCall: 310, firstAttemptSuccess: 0.624, answeredAtFirst: 390, called: 625, medianWaitMs: 262_000, keptPromises: 0.911, kept: 133, promised: 146 };
  const none = { attemptsPerCompletion: null, completedByCall: 0, firstAttemptSuccess: null, answeredAtFirst: 0, called: 0, medianWaitMs: null, keptPromises: null, kept: 0, promised: 0 };
  return { from, to, timeZone: 'Asia/Tokyo', groupBy: groupBy as 'none', rows: groupsOf(groupBy).map((group) => ({ group, ...some })), totals: perDay > 0 ? some : none };
}

function offersOf({ offers }: KnownStatus): OffersStatus {
  const sum = (key: 'offered' | 'accepted' | 'rejected' | 'missed' | 'withdrawn') => offers.reduce((total, row) => total + row[key], 0);
  return { from: '', to: '', timeZone: 'Asia/Tokyo', rows: offers, totals: { offered: sum('offered'), accepted: sum('accepted'), rejected: sum('rejected'), missed: sum('missed'), withdrawn: sum('withdrawn') } };
}

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
