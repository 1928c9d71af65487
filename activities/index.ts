import { Context } from '@temporalio/activity';
import type { Logger } from 'pino';
import type { Mail } from '../telephony/messaging.ts';
import type { Telephony } from '../telephony/port.ts';
import type { Store } from '../store/open.ts';
import type { CallbackClient } from '../temporal/callbacks.ts';
import type { PlanClient } from '../temporal/plans.ts';
import { letGo } from '../store/call/legs.ts';
import { apologise } from './call/apologise.ts';
import { control } from './call/control.ts';
import { endLeg } from './call/end-leg.ts';
import { playTones } from './call/play-tones.ts';
import { record } from './call/record.ts';
import type { Activities } from './contract.ts';
import { endAttempt } from './end-attempt.ts';
import { claim, project } from './life.ts';
import { lookUpLeg } from './look-up-leg.ts';
import { placeLeg } from './place-leg.ts';
import { chosenDisposition, planDue, planRetry, planWrapUp } from './policy.ts';
import type { Pulse } from './plan/index.ts';
import { carryOutPlan } from './plan/index.ts';
import { sweep } from './sweep/index.ts';

/** What activities need of the world. */
export interface ActivityDependencies {
  readonly store: Store;
  readonly telephony: Telephony;
  /** Null: there is no mail server. */
  readonly mail: Mail | null;
  readonly callbacks: CallbackClient;
  readonly plans: PlanClient;
  readonly log: Logger;
}

/** What workflows may do to the world, bound to this process's store and telephone network. */
export function createActivities(dependencies: ActivityDependencies): Activities {
  return {
    claim: (args) => claim(dependencies, args),
    project: (step) => project(dependencies, step),
    planDue: (question) => planDue(dependencies, question),
    planWrapUp: (args) => planWrapUp(dependencies, args),
    chosenDisposition: (args) => chosenDisposition(dependencies, args),
    planRetry: (args) => planRetry(dependencies, args),
    placeLeg: (args) => placeLeg(dependencies, args),
    endAttempt: (args) => endAttempt(dependencies, args),
    lookUpLeg: (args) => lookUpLeg(dependencies, args),
    control: (args) => control(dependencies, args),
    record: (args) => record(dependencies, args),
    playTones: (args) => playTones(dependencies, args),
    endLeg: (args) => endLeg(dependencies, args),
    apologise: (args) => apologise(dependencies, args),
    letGo: (args) => letGo(dependencies.store.db, args),
    sweep: () => alive(() => sweep(dependencies)),
    carryOutPlan: ({ planId }) => carryOutPlan(dependencies, planId, pulse()),
  };
}

/** As often as a process says that it is alive; whoever waits for it takes three missed ones for its end. */
const BEAT_MS = 5_000;

/** Work whose worker is taken to be dead when it has been silent for a while, rather than when the work should be done. */
async function alive<T>(work: () => Promise<T>): Promise<T> {
  const itself = pulse();
  const beating = setInterval(() => itself.beat(), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

/** The heartbeat of the activity that runs here. */
function pulse(): Pulse {
  const { cancellationSignal: signal } = Context.current();
  return { beat: () => Context.current().heartbeat(), signal };
}
