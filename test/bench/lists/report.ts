import { short, table } from '../table.ts';
import type { ListFigures } from './lists.ts';

/** The figures for people: what the product takes beside what is written by hand, and the ratio of the two. */
export function listsReport(figures: readonly ListFigures[]): string {
  return [...figures.map(ofSize), growth(figures)].filter((part) => part !== '').join('\n\n');
}

function ofSize({ callbacks, questions, product, bare }: ListFigures): string {
  const asked = questions.map(({ name, productMs, byHandMs }) => [`${name}, median ms`, short(productMs), short(byHandMs), short(productMs / byHandMs)]);
  const pace = [product.rowsPerSecond, bare.rowsPerSecond, product.rowsPerSecond / bare.rowsPerSecond].map(short);
  const memory = [product.peakBytes / 1e6, bare.peakBytes / 1e6, product.peakBytes / bare.peakBytes].map(short);
  return table([
    [`${new Intl.NumberFormat('en').format(callbacks)} callbacks`, 'product', 'by hand', 'ratio'],
    ...asked,
    ['export, rows/s, over a bare exceljs loop', ...pace],
    ['its peak memory, MB', ...memory],
  ]);
}

/** How much more memory the most rows take than the fewest. */
function growth(figures: readonly ListFigures[]): string {
  const [fewest, most] = [figures[0], figures.at(-1)];
  if (!fewest || !most || fewest === most) return '';
  const ours = most.product.peakBytes / fewest.product.peakBytes;
  const bare = most.bare.peakBytes / fewest.bare.peakBytes;
  return table([
    ['Growth of peak memory', 'product', 'bare', 'ratio'],
    [`${most.callbacks} over ${fewest.callbacks} rows`, short(ours), short(bare), short(ours / bare)],
  ]);
}
