import * as z from 'zod';
import { faultsIn, PLACEHOLDERS } from '../../domain/standard-response.ts';
import { actor, callbackId, id, instant, languageTag, someText, words } from './common.ts';

const KNOWN = Object.entries(PLACEHOLDERS).map(([placeholder, meaning]) => `\`{{${placeholder}}}\` (${meaning})`);
const PLACES = `Places that are filled in from a case: ${KNOWN.join(', ')}, and \`{{collected.KEY}}\` (what the request brought along under that key)`;

const parentId = id.nullable().meta({ description: 'The category it stands in; null: at the top' });

export const responseCategory = z
  .object({ id: z.string(), parentId: z.string().nullable(), name: words, version: z.int() })
  .meta({ id: 'ResponseCategory', description: 'A category of standard responses' });

const categoryWish = z.strictObject({ parentId, name: atLeastOne(z.record(languageTag, someText(100))) });

export const newCategory = categoryWish.meta({ id: 'NewResponseCategory' });

const version = z.int().meta({ description: 'The version that was edited' });

export const categoryEdit = categoryWish.extend({ version }).meta({ id: 'ResponseCategoryEdit' });

export const standardResponse = z
  .object({
    id: z.string(),
    categoryId: z.string(),
    title: words,
    text: words.meta({ description: PLACES }),
    routeIds: z.array(z.string()).nullable().meta({ description: 'The routes whose callbacks it is meant for; null: all' }),
    version: z.int(),
    edited: z.object({ at: instant, by: actor.nullable() }),
  })
  .meta({ id: 'StandardResponse', description: 'A ready-made text for customers, by language tag' });

const responseWish = z.strictObject({
  categoryId: id,
  title: z.record(languageTag, someText(200)),
  text: atLeastOne(z.record(languageTag, someText(5_000).superRefine(refuseFaults))).meta({ description: PLACES }),
  routeIds: z.array(id).min(1).max(200).nullable().default(null),
});

type Wish = Pick<z.output<typeof responseWish>, 'title' | 'text'>;

export const newResponse = responseWish.superRefine(refuseHalves).meta({ id: 'NewStandardResponse' });

export const responseEdit = responseWish.extend({ version }).superRefine(refuseHalves).meta({ id: 'StandardResponseEdit' });

export const place = z
  .strictObject({ position: z.int().min(0).max(1_000).meta({ description: 'From 0, among those it stands beside; beyond the end, it comes last' }) })
  .meta({ id: 'ResponsePlace' });

export const placeParams = z.object({ id });

const language = languageTag.optional();

export const responsesQuery = z.strictObject({
  routeId: id.optional().meta({ description: 'Only those meant for callbacks of this route' }),
  language: language.meta({ description: 'Only those written in this language' }),
  search: someText(200).optional().meta({ description: 'Only those with all these words in any of their languages; case, width and kind of kana do not count' }),
});

export const responseTree = z
  .object({ categories: z.array(responseCategory), responses: z.array(standardResponse) })
  .meta({ id: 'ResponseTree', description: 'Categories and responses, each in the order they are shown within what they stand in' });

export const filledParams = z.object({ id: callbackId });

export const filledQuery = z.strictObject({ language: language.meta({ description: 'The customer’s when left out, else the route’s first' }) });

export const filledResponse = z
  .object({
    id: z.string(),
    categoryId: z.string(),
    title: z.string(),
    text: z.string(),
    language: z.string().meta({ description: 'The language it is in: another one where it is not written in the one asked for' }),
    missing: z.array(z.string()).meta({ description: 'Placeholders for which the case has nothing: they stand in the text as `{{placeholder}}`' }),
  })
  .meta({ id: 'FilledResponse' });

export const filledTree = z
  .object({
    language: z.string().meta({ description: 'The language asked for, or chosen' }),
    languages: z.array(z.string()).meta({ description: 'Every language one of them is written in' }),
    categories: z.array(responseCategory),
    responses: z.array(filledResponse),
  })
  .meta({ id: 'FilledResponses', description: 'The standard responses for a callback, filled in from its case' });

function atLeastOne<S extends z.ZodType<Record<string, string>>>(record: S): S {
  return record.refine((byLanguage) => Object.keys(byLanguage).length > 0, 'must be given in at least one language');
}

/** A title without its text, or a text without its title, is said at the one that is not there. */
function refuseHalves({ title, text }: Wish, context: z.RefinementCtx): void {
  const refuse = (path: string[]) => context.addIssue({ code: 'custom', path, message: 'must be there, too, in this language' });
  for (const tag of Object.keys(text)) if (!(tag in title)) refuse(['title', tag]);
  for (const tag of Object.keys(title)) if (!(tag in text)) refuse(['text', tag]);
}

function refuseFaults(text: string, context: z.RefinementCtx): void {
  for (const fault of faultsIn(text)) context.addIssue({ code: 'custom', message: sentenceOf(fault) });
}

function sentenceOf(fault: ReturnType<typeof faultsIn>[number]): string {
  if (fault.fault === 'stray_braces') return 'has “{{” or “}}” that belong to no placeholder';
  return `has {{${fault.placeholder}}}, which is no placeholder; known are ${Object.keys(PLACEHOLDERS).join(', ')} and collected.KEY`;
}
