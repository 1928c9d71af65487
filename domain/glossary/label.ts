/** What to show of words given per language: the reader's, else English, else any, else the code they stand for. */
export function labelOf(words: Readonly<Record<string, string>>, language: string, code: string): string {
  return words[language] ?? words['en'] ?? Object.values(words)[0] ?? code;
}
