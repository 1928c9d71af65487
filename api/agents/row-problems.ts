import type { Column } from './columns.ts';

/** Why a row cannot be taken, as a stable word. */
export const ROW_PROBLEMS = [
  'bad_email',
  'email_twice',
  'bad_name',
  'bad_role',
  'own_role',
  'bad_yes_or_no',
  'bad_endpoint',
  'softphone_taken',
  'bad_language',
  'unknown_route',
  'unknown_team',
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** What is wrong with a cell. `value`: which part of it; never a telephone number. */
export interface RowProblem {
  readonly column: Column;
  readonly code: RowProblemCode;
  readonly value: string | null;
}

/** What is wrong, for people; a console in another language goes by the code. */
export function sentenceOf({ code, value }: RowProblem): string {
  const sentences: Record<RowProblemCode, string> = {
    bad_email: 'This is not an e-mail address.',
    email_twice: 'This address is in the table twice.',
    bad_name: 'Give a name of at most 100 characters.',
    bad_role: 'The role is “agent” or “administrator”.',
    own_role: 'You cannot take the role of administrator from yourself.',
    bad_yes_or_no: 'Write “yes” or “no”.',
    bad_endpoint: 'Give a telephone number, an address such as sip:desk-12@pbx.example.com, or client: for the softphone.',
    softphone_taken: 'Another agent has this softphone too. Write client: for one of their own.',
    bad_language: `“${value}” is not a language such as “ja” or “en”.`,
    unknown_route: `There is no route “${value}”, or more than one of this name.`,
    unknown_team: `There is no team “${value}”.`,
  };
  return sentences[code];
}
