import { finder } from '../../../domain/reading.ts';
import type { Account } from '../../api/types.ts';

/** Which accounts are shown; what is empty says nothing. */
export interface AccountSearch {
  readonly text: string;
  readonly team: string;
  readonly route: string;
}

/** The accounts of a search: by name or address, whatever the width, case and kana they are written in, by team and by route. */
export function narrow(accounts: readonly Account[], { text, team, route }: AccountSearch): Account[] {
  const isFound = finder(text);
  return accounts.filter(
    ({ name, email, teams, routes }) =>
      isFound([name, email]) &&
      (team === '' || teams.some(({ id }) => id === team)) &&
      (route === '' || routes.some(({ id }) => id === route)),
  );
}
