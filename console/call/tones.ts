/** What can be pressed on a telephone, as it stands there. */
export const TONES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** As many as one request takes. */
export const MOST_TONES = 40;

/** The tones in what somebody typed, full-width digits among them; whatever is none is left out. */
export function tonesIn(typed: string): string {
  return typed.normalize('NFKC').replace(/[^0-9*#]/g, '').slice(0, MOST_TONES);
}
