import { account, accountChange, accountList, accountParams, importQuery, importResult, madeAccount, newAccount, shownPassword } from '../schemas/agents.ts';
import { operation } from './operation.ts';

const unknown = { 404: 'There is nobody of this id' };
const refusals = {
  ...unknown,
  409: 'Nobody takes the role of administrator, or signing in, from themselves or from the last administrator; `code` says which: not_your_own_role, not_yourself, last_administrator',
};
/** A number or a SIP address may be shared. */
const softphone = 'another agent has this softphone (softphone_taken)';
const forAdministrators = { tag: 'agents', access: 'administrators' } as const;

export const listAccounts = operation({
  ...forAdministrators,
  id: 'list_accounts',
  method: 'get',
  path: '/v1/accounts',
  summary: 'Everybody who can sign in, agents or not',
  answers: { 200: { description: 'All by name', schema: accountList } },
});

export const createAccount = operation({
  ...forAdministrators,
  id: 'create_agent',
  method: 'post',
  path: '/v1/agents',
  summary: 'Make somebody who can sign in',
  body: newAccount,
  answers: { 201: { description: 'Made, with the first password', schema: madeAccount, headers: { Location: 'The account' } } },
  problems: { 409: `Somebody has this e-mail address (email_taken), or ${softphone}` },
});

export const readAccount = operation({
  ...forAdministrators,
  id: 'read_agent',
  method: 'get',
  path: '/v1/agents/{id}',
  summary: 'Somebody who can sign in',
  params: accountParams,
  answers: { 200: { description: 'As they are now', schema: account } },
  problems: unknown,
});

export const changeAccount = operation({
  ...forAdministrators,
  id: 'change_agent',
  method: 'put',
  path: '/v1/agents/{id}',
  summary: 'Change what somebody is called, may do and serves',
  description:
    'Holds from the next request on. Of whoever loses the right to phone, an open offer is withdrawn; a call goes on, and callbacks assigned to them stay theirs until they are moved.',
  params: accountParams,
  body: accountChange,
  answers: { 200: { description: 'As they are now', schema: account } },
  problems: { ...refusals, 409: `${refusals[409]}; or ${softphone}` },
});

const onOne = { ...forAdministrators, method: 'post', params: accountParams } as const;
const now = { 200: { description: 'As they are now', schema: account } };

export const disableAccount = operation({
  ...onOne,
  id: 'disable_agent',
  path: '/v1/agents/{id}/disable',
  summary: 'Keep somebody from signing in, and sign them out everywhere',
  answers: now,
  problems: refusals,
});

export const enableAccount = operation({
  ...onOne,
  id: 'enable_agent',
  path: '/v1/agents/{id}/enable',
  summary: 'Let somebody sign in again',
  answers: now,
  problems: unknown,
});

export const resetPassword = operation({
  ...onOne,
  id: 'reset_password',
  path: '/v1/agents/{id}/reset-password',
  summary: 'Give somebody a new password, and sign them out everywhere',
  answers: { 200: { description: 'The password', schema: shownPassword } },
  problems: unknown,
});

const CSV = 'text/csv';

export const exportAgents = operation({
  ...forAdministrators,
  id: 'export_agents',
  method: 'get',
  path: '/v1/agents.csv',
  summary: 'Everybody who can sign in, as a table that can be imported again',
  description: 'UTF-8 with a byte order mark. Lists in a cell have ";" between their parts. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
  answers: { 200: { description: 'The table', mediaType: CSV, headers: { 'Content-Disposition': 'attachment, with a file name' } } },
});

export const importAgents = operation({
  ...forAdministrators,
  id: 'import_agents',
  method: 'post',
  path: '/v1/agents/import',
  summary: 'Make and change many agents from a table',
  description:
    'Rows are known by their e-mail address; columns that the table has not stay as they are. Nothing is changed unless every row is right. Nobody is removed.',
  query: importQuery,
  upload: { mediaType: CSV, limit: '2mb', description: 'CSV in UTF-8 or Shift_JIS (CP932) of at most 5,000 rows, the first of which names the columns' },
  answers: { 200: { description: 'What happened, or would happen, row by row', schema: importResult } },
  problems: {
    400: 'The file is no such table; `code` says why: unreadable_table, no_email_column, unknown_column, column_twice, too_many_rows',
    409: 'A row is wrong, and nothing was changed (import_has_errors): a dry run says which',
  },
});
