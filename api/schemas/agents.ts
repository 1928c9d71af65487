import * as z from 'zod';
import { id, languageTag, named, someText, text } from './common.ts';
import { presence } from './desk.ts';

export const role = z.enum(['administrator', 'agent']).meta({ id: 'Role' });

const MOST = 1000;
const name = someText(100);
const endpoint = text(255)
  .nullable()
  .meta({ description: 'Where they are rung: a number in any way of writing it, a `sip:` or `client:` address; null or empty: nowhere' });
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
