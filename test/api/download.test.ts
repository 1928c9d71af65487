import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import Excel from 'exceljs';
import { sql } from 'kysely';
import type { Cell } from '../../api/reports/workbook.ts';
import { streamWorkbook } from '../../api/reports/workbook.ts';
import { wallClock } from '../../api/reports/clock.ts';
import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { until } from '../start/until.ts';
import { given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
let id: string;
const requestedAt = new Date('2026-11-21T05:30:00Z');
beforeAll(async () => {
  centre = await openCentre();
  await centre.ask('POST', '/v1/contacts', { as: 'admin', body: { name: '=田中 結衣', reading: 'タナカ ユイ', numbers: [{ number: '090-1234-5678', label: 'mobile' }] } });
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
      Contact: '=田中 結衣',
      Requested: new Date('2026-11-21T14:30:00Z'),
      Attempts: 2,
      Assignee: 'aoki',
      Distributor: 'Automatic',
      Disposition: 'Paid',
      'Last note': 'ab 支払い済み',
    }),
  ]);
  expect(book.worksheets[0]?.getColumn(9).numFmt).toBe('yyyy-mm-dd hh:mm');
});

test('has a frozen heading with filters', async () => {
  const { book } = await download('');
  const [sheet] = book.worksheets;
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet?.autoFilter).toBe('A1:U2');
});

const ROW_BY_SHEET: Record<string, Record<string, string>> = {
  Callbacks: { Contact: '=田中 結衣', Status: 'Completed', Disposition: 'Paid', Distributor: 'Automatic' },
  コールバックリスト: { 連絡先: '=田中 結衣', ステータス: '完了', 処理コード: '支払済', 分配者: '自動' },
  '콜백 리스트': { 연락처: '=田中 結衣', 상태: '완료', '처리 코드': 'Paid', 분배자: '자동' },
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

test('a clock in another zone, over a change of the clocks and back', () => {
  const clock = wallClock('Europe/Berlin');
  const shown = (instant: string) => clock(new Date(instant)).toISOString().slice(11, 16);
  expect(['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z', '2026-03-29T00:50:00Z', '2026-10-25T00:59:00Z', '2026-10-25T01:00:00Z'].map(shown)).toEqual(['01:59', '03:00', '01:50', '02:59', '02:00']);
  expect(wallClock('Asia/Kolkata')(new Date('2026-01-01T00:00:00Z'))).toEqual(new Date('2026-01-01T05:30:00Z'));
});

const TRICKS = ['=1+1', '{"formula":"1+1"}', '<script>alert(1)</script>', '_x0041_', 'a\u0001b\u{1F600} & Co', '+1 (2)', '@SUM(A1)', 'line\r\nbreak'];

test('takes no text for anything but a text', async () => {
  const ids: string[] = [];
  for (const name of TRICKS) ids.push(await givenCallback(centre, { name }));
  const { book } = await select({ ids, lang: 'en', sort: 'requested', order: 'asc' });
  const sheet = book.worksheets[0];
  const names = rowsOf(book).map(({ Name }) => Name);
  // Excel reads `_x0041_` as "A", and `_x005F_` as the underscore that was meant; exceljs leaves both as they stand.
  expect(names.map((name) => (name as string).replaceAll('_x005F_', '_'))).toEqual(TRICKS.map((name) => name.replace('\u0001', '').replace('\r', '')));
  expect(names[3]).toBe('_x005F_x0041_');
  sheet?.eachRow((row) => row.eachCell((cell) => expect([Excel.ValueType.Formula, Excel.ValueType.Hyperlink, Excel.ValueType.RichText]).not.toContain(cell.type)));
  expect(sheet?.getCell('C2').numFmt).toBe('@');
});

async function select(body: Record<string, unknown>, as = 'admin') {
  const headers = { ...(await centre.credentials(as)), 'Content-Type': 'application/json' };
  const response = await fetch(`${centre.url}/v1/callbacks.xlsx`, { method: 'POST', headers, body: JSON.stringify(body) });
  const book = new Excel.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return { response, book };
}

test('of a selection holds exactly that, of what the caller may see', async () => {
  const others = await givenCallback(centre);
  const many = Array.from({ length: 9_998 }, () => randomUUID());
  expect(rowsOf((await select({ ids: [...many, id, others], lang: 'en' })).book).map(({ Id }) => Id)).toEqual([others, id]);
  expect(rowsOf((await select({ ids: [id, others], lang: 'en' }, 'aoki')).book).map(({ Id }) => Id)).toEqual([id]);
  for (const ids of [[], ['x'], [...many, id, others, randomUUID()]]) {
    expect(await centre.ask('POST', '/v1/callbacks.xlsx', { as: 'admin', body: { ids } })).toMatchObject({ status: 400, body: { code: 'malformed' } });
  }
});

function conditionsIn(book: Excel.Workbook): Record<string, Excel.CellValue> {
  const sheet = book.worksheets.at(-1);
  const lines: Record<string, Excel.CellValue> = {};
  sheet?.eachRow((row, number) => {
    if (number > 1) lines[row.getCell(1).text] = row.getCell(2).value;
  });
  return { sheet: sheet?.name ?? '', ...lines };
}

test('says at its end who asked for what, and how many rows that is', async () => {
  const query = `?lang=en&from=2026-11-20T15:00:00Z&to=2026-11-21T15:00:00Z&route=billing&status=completed,failed&number=5678&assignee=${centre.ids.aoki}&distributor=automatic&disposition=paid&attemptsFrom=1&attemptsTo=9&name=hyper&kind=asap&origin=api&channel=voice`;
  const { book } = await download(query);
  expect(book.worksheets).toHaveLength(2);
  expect(conditionsIn(book)).toEqual({
    sheet: 'Conditions',
    'Downloaded by': 'admin',
    'Downloaded at': expect.stringMatching(/^20\d\d-\d\d-\d\d \d\d:\d\d \(Asia\/Tokyo\)$/),
    'Period of': 'Requested',
    From: '2026-11-21 00:00 (Asia/Tokyo)',
    'Until (not included)': '2026-11-22 00:00 (Asia/Tokyo)',
    Route: 'Billing',
    Status: 'Completed, Failed',
    Number: '5678',
    Name: 'hyper',
    Assignee: 'aoki',
    Distributor: 'Automatic',
    Disposition: 'Paid',
    Kind: 'As soon as possible',
    Origin: 'API',
    Channel: 'Voice',
    'Attempts at least': 1,
    'Attempts at most': 9,
    Order: 'Requested (descending)',
    Rows: 1,
  });
  const mine = conditionsIn((await download('?lang=ja&assignee=none&sort=name&order=asc', {}, 'aoki')).book);
  expect(mine).toMatchObject({ sheet: '検索条件', 出力者: 'aoki', 担当者: 'なし', 対象範囲: expect.stringContaining('のみ'), 並び順: '氏名 (昇順)', 件数: 0 });
});

describe('the audit log', () => {
  const newest = async () => {
    const [entry] = await readAudit(centre.store.db, { subject: 'callbacks', limit: 1 });
    if (!entry) throw new Error('There is no entry.');
    return { ...entry, after: entry.after as { state: string; search: unknown; rows: number } };
  };

  test('keeps who downloaded what and how many rows, without the number', async () => {
    await download('?number=090-1234-5678&name=tel%2009012345678');
    const entry = await newest();
    expect(entry).toMatchObject({ actor: { type: 'user', id: centre.ids.admin }, action: 'callbacks_downloaded', after: { state: 'complete', rows: 0, search: { number: 'searched for', name: 'tel ###########' } } });
    expect(JSON.stringify(entry)).not.toMatch(/1234|5678/);
    await select({ ids: [id] });
    expect(await newest()).toMatchObject({ after: { state: 'complete', rows: 1, search: { selected: 1 } } });
  });

  test('keeps one that was broken off, whose work stops, and its progress is shown to whoever asked alone', async () => {
    const { db } = centre.store;
    await sql`insert into callback (id, route_id, number, number_hash, name, kind, origin, channel, status, started_at)
      select gen_random_uuid(), 'billing', '+8190' || lpad(n::text, 8, '0'), 'many-' || n, 'Many', 'asap', 'api', 'voice', 'scheduled', now() from generate_series(1, 20000) n`.execute(db);
    const progress = randomUUID();
    const gone = new AbortController();
    const response = await fetch(`${centre.url}/v1/callbacks.xlsx?name=many&progress=${progress}`, { headers: await centre.credentials('admin'), signal: gone.signal });
    const under = () => centre.ask('GET', `/v1/downloads/${progress}`, { as: 'admin' });
    const reader = response.body?.getReader();
    await reader?.read();
    for (;;) {
      const { status, body } = await under();
      expect(status).toBe(200);
      if (body.total !== null && body.rows > 0) {
        expect(body.total).toBe(20_000);
        break;
      }
      await reader?.read();
    }
    expect((await centre.ask('GET', `/v1/downloads/${progress}`, { as: 'machine' })).status).toBe(404);
    expect(await newest()).toMatchObject({ after: { state: 'under_way' } });
    gone.abort();
    await until(async () => (await under()).status === 404);
    await until(async () => (await newest()).after.state !== 'under_way');
    const { state, search, rows } = (await newest()).after;
    expect([state, search]).toEqual(['broken_off', expect.objectContaining({ name: 'many' })]);
    expect(rows).toBeLessThan(20_000);
  });
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
  expect(await streamWorkbook({ spec: SPEC, pages: pages(5, { pages: 0 }) }, out, new AbortController().signal)).toBe(2500);
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.concat(chunks) as unknown as Parameters<typeof book.xlsx.load>[0]);
  expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([['S', 1001], ['S 2', 1001], ['S 3', 501]]);
  expect(book.worksheets[2]?.getCell('A501').value).toBe(2499);
});

test('reads no further while nobody takes what is written, and stops when the reader goes', async () => {
  const out = new PassThrough({ highWaterMark: 1 });
  const served = { pages: 0 };
  const gone = new AbortController();
  const written = streamWorkbook({ spec: SPEC, pages: pages(10_000, served) }, out, gone.signal);
  await new Promise((resolve) => out.once('readable', resolve));
  gone.abort();
  await expect(written).rejects.toThrow();
  expect(served.pages).toBeLessThan(50);
});
