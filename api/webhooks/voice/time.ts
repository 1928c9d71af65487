import { readKeyedTime } from '../../../domain/slots.ts';
import type { Intake } from './file-request.ts';
import { fileRequest } from './file-request.ts';
import { askTime } from './questions.ts';
import { sayTime, timeDigits } from './speech.ts';
import type { Turn } from './turn.ts';
import { again, isEnough, isSilent } from './turn.ts';

/**
 * The caller gave a time of day: the next such time, if the route is open then. Otherwise the next free times are named; whoever
 * still gives none gets the first of them.
 */
export async function chooseTime(intake: Intake, turn: Turn): Promise<string> {
  const { policy } = turn.route;
  const time = readKeyedTime(policy, timeDigits(turn.digits ?? turn.speech ?? ''), turn.now);
  if (time.ok) return fileRequest(intake, turn, { kind: 'scheduled', desiredAt: time.at });
  const [first] = time.nextFree;
  if (isEnough(turn)) return fileRequest(intake, turn, first ? { kind: 'scheduled', desiredAt: first } : { kind: 'asap', desiredAt: null });
  const { prompts } = turn;
  const whatIsWrong = isSilent(turn) ? prompts.notHeard : time.reason === 'closed' ? prompts.closedThen : prompts.notATime;
  const free = time.nextFree.map((at) => sayTime(at, turn.now, policy.timeZone, prompts.language));
  return askTime(again(turn), whatIsWrong, ...(free.length > 0 ? [prompts.freeTimes(free)] : []));
}
