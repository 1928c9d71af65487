import { useCommand } from '../api/commands.ts';

/** What changes with accounts, teams, reasons and standard responses, and is read again then. */
const READ_AGAIN = ['accounts', 'agents', 'teams', 'reasons', 'responses', 'me'];

/** Something an administrator changes in Settings. */
export function useChange<Given, Answer>(send: (given: Given) => Promise<Answer>) {
  return useCommand(send, READ_AGAIN);
}
