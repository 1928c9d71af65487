import * as z from 'zod';
import { COLUMNS } from '../agents/columns.ts';
import { ENCODINGS } from '../agents/csv.ts';
import { ROW_PROBLEMS } from '../agents/row-problems.ts';
import { id, languageTag, named, someText, text } from './common.ts';
import { presence } from './desk.ts';

export const role = z.enum(['administrator', 'agent']).meta({ id: 'Role' });

const MOST = 1000;
const name = someText(100);
const endpoint = text(255)
  .nullable()
  .meta({ description: 'Where they are rung: a number in any way of writing it, a `sip:` or `client:` address, or `client:` alone for their own softphone; null or empty: nowhere' });
const rights = {
  mayPhone: z.boolean().meta({ description: 'May handle callbacks and see numbers' }),
  endpoint,
  languages: z.array(languageTag).max(20),
  routeIds: z.array(id).max(MOST).meta({ description: 'Routes whose callbacks they are offered' }),
  teamIds: z.array(id).max(MOST),
};

/** Somebody who can sign in, as administrators see them. */
export const account = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role,
    disabled: z.boolean().meta({ description: 'May not sign in' }),
    isAgent: z.boolean().meta({ description: 'Has a desk' }),
    mayPhone: rights.mayPhone,
    endpoint: z.string().nullable().meta({ description: 'Where they are rung: E.164, `sip:` or `client:` address' }),
    languages: z.array(z.string()),
    routes: z.array(named),
    teams: z.array(named),
    presence,
    load: z.int().meta({ description: 'Open callbacks assigned to them' }),
  })
  .meta({ id: 'Account', description: 'Somebody who can sign in' });

export const accountList = z.object({ items: z.array(account) }).meta({ id: 'AccountList' });

export const email = z
  .string()
  .max(254)
  .trim()
  .toLowerCase()
  .pipe(z.email('must be an e-mail address'));

export const newAccount = z
  .strictObject({
    email,
    name,
    role: role.default('agent'),
    mayPhone: rights.mayPhone.optional().meta({ description: 'When left out: agents may, administrators may not' }),
    endpoint: endpoint.default(null),
    languages: rights.languages.default([]),
    routeIds: rights.routeIds.default([]),
    teamIds: rights.teamIds.default([]),
  })
  .meta({ id: 'NewAccount' });

export const accountChange = z
  .strictObject({
    name: name.optional(),
    role: role.optional(),
    mayPhone: rights.mayPhone.optional(),
    endpoint: endpoint.optional(),
    languages: rights.languages.optional(),
    routeIds: rights.routeIds.optional(),
    teamIds: rights.teamIds.optional(),
  })
  .meta({ id: 'AccountChange', description: 'What is left out stays as it is' });

export const madeAccount = z
  .object({ account, password: z.string().meta({ description: 'Shown this once' }) })
  .meta({ id: 'MadeAccount' });

export const shownPassword = z.object({ password: z.string().meta({ description: 'Shown this once' }) }).meta({ id: 'ShownPassword' });

export const accountParams = z.object({ id });

export const importQuery = z.strictObject({
  dryRun: z.stringbool().default(false).meta({ description: 'Only says what would happen' }),
  encoding: z.enum(['auto', ...ENCODINGS]).default('auto').meta({ description: 'How the text is written; `auto` tries UTF-8, then Shift_JIS (CP932)' }),
});

const importProblem = z
  .object({
    column: z.enum(COLUMNS),
    code: z.enum(ROW_PROBLEMS),
    value: z.string().nullable().meta({ description: 'Which part of the cell' }),
    detail: z.string(),
  })
  .meta({ id: 'ImportProblem' });

export const importRow = z
  .object({
    line: z.int().meta({ description: 'Line of the file in which the row begins' }),
    email: z.string(),
    name: z.string(),
    result: z.enum(['create', 'change', 'same', 'error']),
    changes: z.array(z.enum(COLUMNS)).meta({ description: 'Columns that differ from what is there' }),
    problems: z.array(importProblem),
  })
  .meta({ id: 'ImportRow' });

export const importResult = z
  .object({
    encoding: z.enum(ENCODINGS),
    applied: z.boolean().meta({ description: 'False: nothing was changed' }),
    counts: z.object({ create: z.int(), change: z.int(), same: z.int(), error: z.int() }),
    rows: z.array(importRow),
    passwords: z
      .array(z.object({ email: z.string(), name: z.string(), password: z.string() }))
      .meta({ description: 'First passwords of whoever is new; shown this once' }),
  })
  .meta({ id: 'ImportResult' });
