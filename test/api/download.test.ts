import { PassThrough } from 'node:stream';
import Excel from 'exceljs';
import type { Cell } from '../../api/reports/workbook.ts';
import { streamWorkbook } from '../../api/reports/workbook.ts';
import { wallClock } from '../../api/reports/callbacks.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
let id: string;
const requestedAt = new Date('2026-11-21T05:30:00Z');
beforeAll(async () => {
  centre = await openCentre();
  id = await givenCallback(centre, { number: '090-1234-5678', name: '=HYPERLINK("http://evil.example")' });
  await given(centre, id, { status: 'completed', requested_at: requestedAt, attempts_placed: 2, disposition: 'paid', assignee_id: centre.ids.aoki, distributor: 'automatic' });
  await centre.ask('POST', `/v1/callbacks/${id}/notes`, { as: 'admin', body: { text: 'a\u0001b\uffff 支払い済み' } });
});
afterAll(() => centre.close());

async function download(query: string, headers: Record<string, string> = {}, as = 'admin') {
  const response = await fetch(`${centre.url}/v1/callbacks.xlsx${query}`, { headers: { ...(await centre.credentials(as)), ...headers } });
  const book = new Excel.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return { response, book };
}

function rowsOf(book: Excel.Workbook): Record<string, Excel.CellValue>[] {
  const sheet = book.worksheets[0];
  const headings = (sheet?.getRow(1).values ?? []) as string[];
  const rows: Record<string, Excel.CellValue>[] = [];
  sheet?.eachRow((row, number) => {
    if (number > 1) rows.push(Object.fromEntries(headings.map((heading, column) => [heading, row.getCell(column).value] as const).slice(1)));
  });
  return rows;
}

test('has the callback, its times on the centre’s clock as dates, and text as text', async () => {
  const { response, book } = await download('?lang=en');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="callbacks-\d{4}-\d\d-\d\d\.xlsx"$/);
  expect(rowsOf(book)).toEqual([
    expect.objectContaining({
      Id: id,
      Route: 'Billing',
      Status: 'Completed',
      Number: '+819012345678',
      Name: '=HYPERLINK("http://evil.example")',
      Requested: new Date('2026-11-21T14:30:00Z'),
      Attempts: 2,
      Assignee: 'aoki',
      Distributor: 'Automatic',
      Disposition: 'Paid',
      'Last note': 'ab 支払い済み',
    }),
  ]);
  expect(book.worksheets[0]?.getColumn(8).numFmt).toBe('yyyy-mm-dd hh:mm');
});

test('has a frozen heading with filters', async () => {
  const { book } = await download('');
  const [sheet] = book.worksheets;
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet?.autoFilter).toBe('A1:T1');
});

const ROW_BY_SHEET: Record<string, Record<string, string>> = {
  Callbacks: { Status: 'Completed', Disposition: 'Paid', Distributor: 'Automatic' },
  コールバックリスト: { ステータス: '完了', 処理コード: '支払済', 分配者: '自動' },
  '콜백 리스트': { 상태: '완료', '처리 코드': 'Paid', 분배자: '자동' },
};

test.each<[string, Record<string, string>, string]>([
  ['?lang=ja', {}, 'コールバックリスト'],
  ['', { 'Accept-Language': 'ja,en;q=0.5' }, 'コールバックリスト'],
  ['?lang=ko', {}, '콜백 리스트'],
  ['', { 'Accept-Language': 'ko-KR,en;q=0.5' }, '콜백 리스트'],
  ['', { 'Accept-Language': 'fr' }, 'Callbacks'],
  ['?lang=en', { 'Accept-Language': 'ja' }, 'Callbacks'],
])('speaks the language of %s %j', async (query, headers, name) => {
  const { book } = await download(query, headers);
  expect(book.worksheets[0]?.name).toBe(name);
  expect(rowsOf(book)[0]).toMatchObject(ROW_BY_SHEET[name] as object);
});

test('has only what the caller may see, narrowed as the list is', async () => {
  expect(rowsOf((await download('', {}, 'mori')).book)).toEqual([]);
  expect(rowsOf((await download('', {}, 'aoki')).book)).toHaveLength(1);
  expect(rowsOf((await download('?status=failed')).book)).toEqual([]);
});

test('a clock in another zone', () => {
  expect(wallClock('2026-03-29T01:30:00Z', 'Europe/Berlin')).toEqual(new Date('2026-03-29T03:30:00Z'));
});

const SPEC = { sheetName: 'S', columns: [{ heading: 'n', width: 5, type: 'number' as const }], dateFormat: '', rowsPerSheet: 1000 };

async function* pages(count: number, served: { pages: number }): AsyncGenerator<Cell[][]> {
  for (let page = 0; page < count; page += 1) {
    served.pages += 1;
    yield Array.from({ length: 500 }, (_, n) => [page * 500 + n]);
  }
}

test('goes on in the next sheet, with its heading, and loses no row', async () => {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  await streamWorkbook(SPEC, pages(5, { pages: 0 }), out, new AbortController().signal);
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.concat(chunks) as unknown as Parameters<typeof book.xlsx.load>[0]);
  expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([['S', 1001], ['S 2', 1001], ['S 3', 501]]);
  expect(book.worksheets[2]?.getCell('A501').value).toBe(2499);
});

test('reads no further while nobody takes what is written, and stops when the reader goes', async () => {
  const out = new PassThrough({ highWaterMark: 1 });
  const served = { pages: 0 };
  const gone = new AbortController();
  const written = streamWorkbook(SPEC, pages(10_000, served), out, gone.signal);
  await new Promise((resolve) => out.once('readable', resolve));
  gone.abort();
  await expect(written).rejects.toThrow();
  expect(served.pages).toBeLessThan(50);
});
