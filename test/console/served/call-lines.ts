import type { TimelineEntry } from '../../../console/api/types.ts';
import { AOKI, MORI } from './people.ts';

/* Lines of the timeline of a conversation that is Aoki's, to which Mori is asked. */

export const by = { type: 'user' as const, ...AOKI };
export const mori = { type: 'user' as const, ...MORI };
export const system = { type: 'system' as const, id: null, name: null };

let lines = 0;

/** A line of the timeline, after those that were made before. */
export function lineOf(type: TimelineEntry['type'], data: TimelineEntry['data'] = {}, actor: TimelineEntry['actor'] = by, whom: string | null = MORI.name): TimelineEntry {
  lines += 1;
  return { key: `life-${lines}-0`, type, at: new Date().toISOString(), actor, whom, hungUpBy: null, status: null, data };
}

/** Aoki asks somebody in. */
export const askedLine = (purpose = 'transfer') => lineOf('invited', { purpose });

/** Whoever was asked does not come, or not any more. */
export function endedLine(end: string, more: TimelineEntry['data'] = {}, actor: TimelineEntry['actor'] = system, whom: string | null = MORI.name): TimelineEntry {
  return lineOf('invitation_ended', { purpose: 'transfer', end, agentId: MORI.id, ...more }, actor, whom);
}
