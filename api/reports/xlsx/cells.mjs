import { letters, STYLE, styleOf } from './parts.mjs';

/** Excel counts days from 30 December 1899. */
const EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;

/** What XML cannot hold at all, by itself or as half of a character. */
const UNSPEAKABLE = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;
const SPECIAL = /[&<>\r]|_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/u;

/**
 * Makes rows of a sheet: what writes one row as XML. A text is always a text, whatever it looks like.
 * @param {readonly { type: string }[]} columns
 * @returns {(cells: readonly (string | number | Date | null)[], number: number, isHeading?: boolean) => string}
 */
export function rowWriter(columns) {
  const places = columns.map((_, index) => letters(index));
  const styles = columns.map(({ type }) => styleOf(type));
  return (cells, number, isHeading = false) => {
    let xml = `<row r="${number}">`;
    for (let index = 0; index < cells.length; index += 1) {
      const value = cells[index];
      if (value === null || value === '') continue;
      const style = isHeading ? STYLE.heading : styles[index];
      const start = `<c r="${places[index]}${number}"${style === 0 ? '' : ` s="${style}"`}`;
      if (typeof value === 'string') xml += `${start} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
      else xml += `${start}><v>${typeof value === 'number' ? value : value.getTime() / DAY_MS + EPOCH_DAYS}</v></c>`;
    }
    return `${xml}</row>`;
  };
}

/**
 * Text for an element: what Excel would take for an escape of its own (`_x0041_`) stays as it was written.
 * @param {string} text
 */
export function escape(text) {
  if (!SPECIAL.test(text)) return text;
  return text
    .replaceAll(UNSPEAKABLE, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r\n?/g, '\n');
}
