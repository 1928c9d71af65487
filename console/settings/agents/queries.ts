import { useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client.ts';
import { problemOf, unreachable } from '../../api/problem.ts';
import type { Account, AccountChange, ImportResult, NewAccount } from '../../api/types.ts';
import { useChange } from '../useChange.ts';

/** Everybody who can sign in, by name. */
export function useAccounts() {
  return useQuery({ queryKey: ['accounts'], queryFn: async () => (await answerOf(client.GET('/v1/accounts'))).items });
}

const on = (id: string) => ({ params: { path: { id } } });

export const useCreateAccount = () => useChange((body: NewAccount) => answerOf(client.POST('/v1/agents', { body })));

export const useChangeAccount = (id: string) => useChange((body: AccountChange) => answerOf(client.PUT('/v1/agents/{id}', { ...on(id), body })));

/** Keeps somebody from signing in, or lets them again. */
export const useSetDisabled = ({ id }: Pick<Account, 'id'>) =>
  useChange((disabled: boolean) => answerOf(client.POST(disabled ? '/v1/agents/{id}/disable' : '/v1/agents/{id}/enable', on(id))));

export const useResetPassword = ({ id }: Pick<Account, 'id'>) =>
  useChange((_nothing: undefined) => answerOf(client.POST('/v1/agents/{id}/reset-password', on(id))));

/** A table to import, and how its text is written. */
export interface ImportGiven {
  readonly file: File;
  readonly encoding: 'auto' | 'utf-8' | 'cp932';
  readonly dryRun: boolean;
}

export const useImport = () => useChange(sendTable);

/** @throws {ProblemError} */
async function sendTable({ file, encoding, dryRun }: ImportGiven): Promise<ImportResult> {
  const url = `/v1/agents/import?dryRun=${dryRun}&encoding=${encoding}`;
  const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: await file.arrayBuffer() }).catch(() => {
    throw unreachable();
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as ImportResult;
}
