import { compare } from './lists/compare.ts';
import type { ListFigures } from './lists/lists.ts';
import { measureLists } from './lists/lists.ts';
import { listsReport } from './lists/report.ts';

const silent = <T>(_doing: string, work: (say: { now: () => void; done: () => void }) => Promise<T>) => work({ now: () => undefined, done: () => undefined });

test('a question is asked by turns, the oftener the sooner it is answered', async () => {
  const asked: string[] = [];
  const ask = (who: string) => async () => {
    asked.push(who);
    return { answer: 42 };
  };
  const compared = await compare({ name: 'all', product: ask('product'), byHand: ask('byHand') }, 4);
  expect(compared.name).toBe('all');
  expect(asked).toHaveLength(2 + 2 * (400 + 8 * 4));
  expect(asked.slice(2, 8)).toEqual(['product', 'byHand', 'byHand', 'product', 'product', 'byHand']);
});

test('two answers that differ are no measurement', async () => {
  const differing = compare({ name: 'totals', product: async () => [1], byHand: async () => [2] }, 3);
  await expect(differing).rejects.toThrow('"totals" is answered differently by hand:\n[1]\n[2]');
});

test('on stores of any size, every question has the same answer by hand, and the export writes every row', async () => {
  const figures = await measureLists({ sizes: [300, 600], folder: null, rounds: 1, exportRounds: 1 }, silent);
  expect(figures.map(({ callbacks }) => callbacks)).toEqual([300, 600]);
  for (const { questions, product, bare } of figures) {
    expect(questions).toHaveLength(6);
    expect(questions.every(({ productMs, byHandMs }) => productMs > 0 && byHandMs > 0)).toBe(true);
    expect(Math.min(product.rowsPerSecond, bare.rowsPerSecond, product.peakBytes, bare.peakBytes)).toBeGreaterThan(0);
  }
}, 300_000);

test('the report has the ratios, and how the memory grows', () => {
  const figure = (callbacks: number, productMs: number, bytes: number): ListFigures => ({
    callbacks,
    questions: [{ name: 'totals', productMs, byHandMs: 10 }],
    product: { rowsPerSecond: 900, peakBytes: bytes },
    bare: { rowsPerSecond: 1_000, peakBytes: 100e6 },
  });
  const lines = listsReport([figure(1_000, 11, 100e6), figure(10_000, 12.5, 110e6)]).split('\n');
  expect(lines).toContain('10,000 callbacks                          product  by hand  ratio');
  expect(lines).toContain('totals, median ms                            12.5       10   1.25');
  expect(lines).toContain('export, rows/s, over a bare exceljs loop      900     1000    0.9');
  expect(lines.at(-1)?.split(/  +/)).toEqual(['10000 over 1000 rows', '1.1', '1', '1.1']);
});
