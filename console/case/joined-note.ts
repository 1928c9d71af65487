/**
 * A note typed here with what was typed in another tab meanwhile: one's own text as it stands, and below it every line of the other's
 * that is new.
 * @param seen what this tab knew of before: a line of these that is not in its text any more was changed or taken out here
 */
export function joinedNote(own: string, other: string, seen: readonly string[]): string {
  const known = new Set([own, ...seen].flatMap((text) => text.split('\n')));
  const added = other.split('\n').filter((line) => line.trim() !== '' && !known.has(line));
  return [...(own === '' ? [] : [own]), ...added].join('\n');
}
