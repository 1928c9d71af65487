import { account, accountChange, accountList, accountParams, madeAccount, newAccount, shownPassword } from '../schemas/agents.ts';
import { operation } from './operation.ts';

const unknown = { 404: 'There is nobody of this id' };
const refusals = {
  ...unknown,
  409: 'Nobody takes the role of administrator, or signing in, from themselves or from the last administrator; `code` says which: not_your_own_role, not_yourself, last_administrator',
};
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
  problems: { 409: 'Somebody has this e-mail address' },
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
  problems: refusals,
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
