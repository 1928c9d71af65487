/** What can be pressed on a telephone, as it stands there. */
export const TONES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** As many as one request takes. */
export const MOST_TONES = 40;

/** What somebody typed, as it would be heard. */
export interface TypedTones {
  /** With the pauses (`w`) between them. */
  readonly tones: string;
  /** Every other character once, in its order. Spaces, which only group digits, are not among them. */
  readonly leftOut: readonly string[];
}

/** Reads what somebody typed, in any width. */
export function readTones(typed: string): TypedTones {
  const written = typed.normalize('NFKC').replace(/\s/g, '');
  const others = written.replace(/[0-9*#w]/gi, '');
  return { tones: written.replace(/[^0-9*#w]/gi, ''), leftOut: [...new Set(others)] };
}
