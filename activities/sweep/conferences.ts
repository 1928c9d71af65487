import type { LiveConference } from '../../store/call/leg-seats.ts';
import { drawFound, liveConferences } from '../../store/call/leg-seats.ts';
import { legsOf } from '../../store/call/legs.ts';
import type { LegRow } from '../../store/tables.ts';
import type { PartySeen } from '../../telephony/port.ts';
import type { ActivityDependencies } from '../index.ts';
import { each } from './each.ts';
import { lookAt } from './legs.ts';

const BATCH = 200;
/** Twilio's lists lag a little behind: who has just come may not be in one yet. */
const JUST_JOINED_MS = 5_000;

/**
 * Compares every conversation that goes on with its conference: who is in it and how they sit is drawn as the network has it, and a
 * leg we believed to talk there and that is not there is looked up. Answers how many parties were otherwise.
 */
export async function reconcileConferences(dependencies: ActivityDependencies): Promise<number> {
  const { store } = dependencies;
  let mended = 0;
  await each(dependencies, await liveConferences(store.db, BATCH), async (conference) => {
    mended += await reconcile(dependencies, conference);
  });
  return mended;
}

async function reconcile(dependencies: ActivityDependencies, { callbackId, attempt, conferenceSid }: LiveConference): Promise<number> {
  const { store, telephony } = dependencies;
  // Read before the asking: what is told meanwhile is newer than the answer.
  const legs = (await legsOf(store.db, callbackId, attempt)).filter(mayBeThere);
  const parties = (await telephony.partiesOf(conferenceSid)) ?? [];
  let mended = 0;
  for (const leg of legs) {
    const found = parties.find(({ callSid, hasJoined }) => callSid === leg.call_sid && hasJoined) ?? null;
    if (found === null && hasJustJoined(leg)) continue;
    if (await drawFound(store.db, leg, found && { ...found, coaches: labelOf(legs, found) })) mended += 1;
    if (found === null && isBelievedToTalk(leg)) await lookAt(dependencies, leg);
  }
  return mended;
}

function mayBeThere({ call_sid, settled_at }: LegRow): boolean {
  return call_sid !== null && settled_at === null;
}

function isBelievedToTalk({ progress, joined_at }: LegRow): boolean {
  return progress === 'answered' || joined_at !== null;
}

function hasJustJoined({ joined_at, left_at }: LegRow): boolean {
  return joined_at !== null && left_at === null && Date.now() - joined_at.getTime() < JUST_JOINED_MS;
}

function labelOf(legs: readonly LegRow[], { coaches }: PartySeen): string | null {
  return legs.find(({ call_sid }) => coaches !== null && call_sid === coaches)?.label ?? null;
}
