import * as z from 'zod';
import { PERIOD_UNITS, isDay } from '../../domain/periods.ts';
import { GROUPINGS } from '../../domain/processing.ts';
import { list } from './callbacks.ts';
import { id, named } from './common.ts';
import { downloadShape } from './downloads.ts';

const day = z.string().refine(isDay, 'must be a day such as 2026-11-21').meta({ description: 'A day of the centre', example: '2026-11-21' });

const searched = {
  from: day.optional().meta({ description: 'First day (included), in the centre’s zone; left out: the first of the month of `to`' }),
  to: day.optional().meta({ description: 'Last day (included), in the centre’s zone; left out: today' }),
  route: list(id).optional().meta({ description: 'Ids of routes: repeated, or separated by commas' }),
  agent: id.optional().meta({ description: 'Id of an agent: what is, or when it ended was, theirs' }),
  team: id.optional().meta({ description: 'Id of a team: what is of one of its present agents' }),
};

const groupBy = z.enum(GROUPINGS).default('none');
const unit = z.enum(PERIOD_UNITS).default('day');

export const statusQuery = z.strictObject({ ...searched, unit, groupBy });
export const statusDownloadQuery = z.strictObject({ ...searched, unit, groupBy, ...downloadShape });
export const serviceQuery = z.strictObject({ ...searched, groupBy });
export const offersQuery = z.strictObject(searched);

const count = z.int();
const share = z.number().nullable();

/** What is counted; domain/processing.ts and docs/status.md say how. */
const figuresShape = {
  requested: count.meta({ description: 'Everything that was asked for' }),
  distributed: count.meta({ description: 'Given to an agent: assigned now, or ended after having been; = completed + unprocessed + otherEnded' }),
  completed: count,
  unprocessed: count.meta({ description: 'Distributed and not ended' }),
  otherEnded: count.meta({ description: 'Distributed, and ended `cancelled`, `expired` or `failed`' }),
  rate: share.meta({ description: 'completed ÷ distributed; null: nothing was distributed' }),
};

export const figures = z.object(figuresShape).meta({ id: 'Figures' });

const group = named.nullable().meta({ description: 'The agent or route; null without grouping, and for what is nobody’s' });

export const statusRow = z.object({ period: z.string().meta({ description: '`2026-11-21`, or `2026-11`' }), group, ...figuresShape }).meta({ id: 'StatusRow' });

const groupFigures = z.object({ group, ...figuresShape }).meta({ id: 'GroupFigures' });

const periodAnswered = { from: day, to: day, timeZone: z.string() };

export const statusAnswer = z
  .object({
    ...periodAnswered,
    unit: z.enum(PERIOD_UNITS),
    groupBy: z.enum(GROUPINGS),
    rows: z.array(statusRow).meta({ description: 'By period, then by the group’s name; a period without callbacks has one row of zeros' }),
    groups: z.array(groupFigures).meta({ description: 'Each group over the whole period, by name; empty without grouping' }),
    totals: figures,
  })
  .meta({ id: 'ProcessingStatus' });

const serviceShape = {
  attemptsPerCompletion: share.meta({ description: 'Calls of completed callbacks ÷ such callbacks; those completed without a call are left out' }),
  completedByCall: count,
  firstAttemptSuccess: share.meta({ description: 'First calls that a person answered ÷ first calls that have ended; a voicemail is no success' }),
  answeredAtFirst: count,
  called: count,
  medianWaitMs: z.number().nullable().meta({ description: 'From due to the first conversation, in milliseconds' }),
  keptPromises: share.meta({ description: 'Called within the promised window (not to a voicemail) ÷ promises kept or over' }),
  kept: count,
  promised: count,
};

export const serviceAnswer = z
  .object({
    ...periodAnswered,
    groupBy: z.enum(GROUPINGS),
    rows: z.array(z.object({ group, ...serviceShape }).meta({ id: 'ServiceRow' })).meta({ description: 'By the group’s name; empty without grouping' }),
    totals: z.object(serviceShape).meta({ id: 'ServiceFigures' }),
  })
  .meta({ id: 'ServiceStatus' });

const offersShape = { offered: count, accepted: count, rejected: count, missed: count, withdrawn: count };

export const offersAnswer = z
  .object({
    ...periodAnswered,
    rows: z.array(z.object({ agent: named, ...offersShape }).meta({ id: 'OffersRow' })).meta({ description: 'Agents who were offered something, by name' }),
    totals: z.object(offersShape).meta({ id: 'OfferFigures' }),
  })
  .meta({ id: 'OffersStatus' });
