import * as z from 'zod';
import { languageTag, someText, words } from './common.ts';

/** What Ringback itself gives as a reason (store/callback/projection-sides.ts). */
const OWN = ['missed_offer', 'no_answer'];

const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'must be 1 to 40 small letters, digits, "-" or "_"');

export const reason = z.object({ code: z.string(), label: words }).meta({ id: 'NotReadyReason', description: 'A reason of Not Ready; the label is empty where the console’s own word is meant' });

export const reasonList = z.object({ items: z.array(reason) }).meta({ id: 'NotReadyReasonList' });

export const reasonsWish = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          code: code.refine((given) => !OWN.includes(given), 'is given by Ringback itself'),
          label: z.record(languageTag, someText(60)),
        }),
      )
      .max(50)
      .superRefine((items, context) => {
        items.forEach(({ code: one }, index) => {
          if (items.findIndex((other) => other.code === one) < index) {
            context.addIssue({ code: 'custom', path: [index, 'code'], message: 'is there twice' });
          }
        });
      }),
  })
  .meta({ id: 'NotReadyReasons', description: 'All reasons, in the order they are shown' });
