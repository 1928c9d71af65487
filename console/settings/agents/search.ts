import type { Account } from '../../api/types.ts';

/** Which accounts are shown; what is empty says nothing. */
export interface AccountSearch {
  readonly text: string;
  readonly team: string;
  readonly route: string;
}

/** The accounts of a search: by name or address, however wide or small its letters are written, by team and by route. */
export function narrow(accounts: readonly Account[], { text, team, route }: AccountSearch): Account[] {
  const wanted = plain(text);
  return accounts.filter(
    ({ name, email, teams, routes }) =>
      (wanted === '' || plain(name).includes(wanted) || email.includes(wanted)) &&
      (team === '' || teams.some(({ id }) => id === team)) &&
      (route === '' || routes.some(({ id }) => id === route)),
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
