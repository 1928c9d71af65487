import * as z from 'zod';
import { DISPOSITION_EFFECTS } from '../../domain/route.ts';
import { channel, id, instant, timeZone, wantedInstant, words } from './common.ts';

export const disposition = z
  .object({ code: z.string(), label: words, effect: z.enum(DISPOSITION_EFFECTS) })
  .meta({ id: 'Disposition', description: "A code the route's agents may file" });

export const filedDisposition = z
  .object({ code: z.string(), label: words })
  .meta({ id: 'FiledDisposition', description: 'A filed code; the label is empty when the route no longer has it' });

const span = z.object({ from: z.string(), to: z.string() }).meta({ id: 'Span', description: 'Local time, HH:MM; `to` is not part of it' });

/** What every view of a route begins with. */
export const routeAbout = {
  id: z.string(),
  name: z.string(),
  numbers: z.array(z.string()).meta({ description: 'E.164 numbers customers call' }),
  closed: z.boolean().meta({ description: 'Closed to new callbacks' }),
};

export const route = z
  .object({
    ...routeAbout,
    version: z.int(),
    openNow: z.boolean().meta({ description: 'Within its opening hours' }),
    timeZone,
    country: z.string().nullable().meta({ description: 'Country of numbers written without a country code (ISO 3166-1 alpha-2)' }),
    languages: z.array(z.string()),
    priority: z.int(),
    webChannel: channel,
    hours: z.record(z.string(), z.array(span)).meta({ description: 'Opening hours by ISO weekday: 1 is Monday' }),
    preview: z.boolean().meta({ description: 'The offer shows the case before Accept or Reject' }),
    maximumAttempts: z.int(),
    dispositions: z.array(disposition),
    dispositionMandatory: z.boolean(),
    instructions: z.string(),
  })
  .meta({ id: 'Route' });

export const routeList = z.object({ items: z.array(route) }).meta({ id: 'RouteList' });

export const routeParams = z.object({ id });

export const slotQuery = z.strictObject({
  from: wantedInstant.optional().meta({ description: 'The first time worth offering; now when left out' }),
  count: z.coerce.number().int().min(1).max(48).default(8),
});

export const slots = z.object({ times: z.array(instant) }).meta({ id: 'Slots', description: 'The next times at which the route can call back' });
