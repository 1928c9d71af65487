/** What is written of a message; an SMS has no subject. */
export interface Draft {
  readonly subject: string;
  readonly text: string;
}

export interface Drafts {
  readonly sms: Draft;
  readonly email: Draft;
}

export const EMPTY_DRAFT: Draft = { subject: '', text: '' };
