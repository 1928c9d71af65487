import Excel from 'exceljs';
import type { DownloadPage } from '../../console/api/types.ts';
import { audit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { givenCallback, openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
beforeEach(() => centre.store.db.deleteFrom('audit_entry').execute());
afterAll(() => centre.close());

/** Downloads a workbook; answers the lines of its sheet of conditions. */
async function download(path: string, { as = 'admin', body }: { as?: string; body?: object } = {}): Promise<[string, string][]> {
  const headers = { ...(await centre.credentials(as)), 'Content-Type': 'application/json' };
  const response = await fetch(`${centre.url}${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
  const book = new Excel.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const lines: [string, string][] = [];
  book.worksheets.at(-1)?.eachRow((row, number) => number > 1 && lines.push([row.getCell(1).text, row.getCell(2).text]));
  return lines;
}

async function downloads(query: string): Promise<DownloadPage> {
  const { status, body } = await centre.ask('GET', `/v1/audit/downloads?${query}`, { as: 'admin' });
  expect(status).toBe(200);
  return body;
}

const linesOf = ({ items: [entry] }: DownloadPage) => entry?.conditions.map(({ name, value }) => [name, value]);

/** What the sheet says besides who downloaded it when, and what is counted from the rows on. */
const searched = (sheet: [string, string][], rows: string) => sheet.slice(2, sheet.findIndex(([name]) => name === rows));

describe('a download on the audit log', () => {
  test.each(['en', 'ja', 'ko'])('tells in %s what was searched for, as its own sheet of conditions does; of a number only that there was one', async (lang) => {
    const rows = { en: 'Rows', ja: '件数', ko: '건수' }[lang] ?? '';
    const number = { en: 'Number', ja: '電話番号', ko: '전화번호' }[lang] ?? '';
    const people = `assignee=${centre.ids.aoki}&distributor=automatic`;
    const query = `from=2026-11-20T15:00:00Z&to=2026-11-21T15:00:00Z&route=billing&status=completed,failed&${people}&disposition=paid&attemptsFrom=1&name=hyper&kind=asap&origin=api&channel=voice&sort=name`;
    const sheet = await download(`/v1/callbacks.xlsx?lang=${lang}&${query}&number=090-1234-5678`);
    const told = linesOf(await downloads(`lang=${lang}`));
    const kept = { en: 'searched for; it is not kept here', ja: '検索あり（番号は記録しません）', ko: '검색함(번호는 기록하지 않음)' }[lang];
    expect(told).toEqual(searched(sheet, rows).map(([name, value]) => [name, name === number ? kept : value]));
    expect(told).toHaveLength(15);
    expect(JSON.stringify(await downloads('lang=en'))).not.toMatch(/1234|5678/);
  });

  test('tells a list from a selection, the status and the table of agents, with who, when and how many rows', async () => {
    const id = await givenCallback(centre);
    await download('/v1/callbacks.xlsx?lang=en', { as: 'aoki' });
    const selection = await download('/v1/callbacks.xlsx', { body: { ids: [id], lang: 'en' } });
    const status = await download(`/v1/status.xlsx?lang=en&from=2026-11-21&to=2026-11-22&route=billing&agent=${centre.ids.mori}`);
    await centre.ask('GET', '/v1/agents.csv', { as: 'admin' });
    const { items, nextBefore } = await downloads('lang=en');
    expect(nextBefore).toBeNull();
    expect(items.map(({ what, actor, rows, state }) => [what, actor.name, rows, state])).toEqual([
      ['agents', 'admin', expect.any(Number), 'complete'],
      ['status', 'admin', 3, 'complete'],
      ['selection', 'admin', 1, 'complete'],
      ['list', 'aoki', 0, 'complete'],
    ]);
    const told = items.map(({ conditions }) => conditions.map(({ name, value }) => [name, value]));
    expect(told).toEqual([[], searched(status, 'Rows'), searched(selection, 'Rows'), [['Extent', 'Only callbacks distributed to or handled by this agent'], ['Order', 'Requested (descending)']]]);
    expect(told[1]).toContainEqual(['Agent', 'mori']);
    expect(told[2]).toContainEqual(['Callbacks selected', '1']);
    expect(Math.abs(Date.parse(items[0]?.at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  test('somebody’s callbacks are told by a word, and not by the parameter', async () => {
    const sheet = await download('/v1/callbacks.xlsx?lang=en&assignee=any');
    expect(sheet).toContainEqual(['Assignee', 'Somebody']);
    expect(linesOf(await downloads('lang=ja'))).toContainEqual(['担当者', 'あり']);
  });

  test('is read page by page, other lines left out; what an older release kept in another form is shown without its search', async () => {
    const { db } = centre.store;
    const actor = { type: 'user', id: centre.ids.admin } as const;
    for (let rows = 1; rows <= 5; rows += 1) {
      await audit(db, { actor, action: 'callbacks_downloaded', subject: 'callbacks', after: { search: { period: 'today' }, state: 'under_way', rows } });
      await audit(db, { actor, action: 'agents_imported', subject: 'agents', after: { created: 1, changed: 0 } });
    }
    const pages: DownloadPage[] = [];
    for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; before = pages.at(-1)?.nextBefore ?? null) pages.push(await downloads(`limit=2&before=${before}`));
    expect(pages.map(({ items }) => items.map(({ rows }) => rows))).toEqual([[5, 4], [3, 2], [1]]);
    expect(pages[0]?.items[0]).toMatchObject({ what: 'list', conditions: [], state: 'under_way' });
  });

  test('is for administrators', async () => {
    expect((await centre.ask('GET', '/v1/audit/downloads', { as: 'aoki' })).status).toBe(403);
  });
});
