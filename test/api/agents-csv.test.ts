import iconv from 'iconv-lite';
import { escapeCell, readCsv, unescapeCell, writeCsv } from '../../api/agents/csv.ts';
import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { openCentre, signIn } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const HEAD = 'email,name,role,may_phone,endpoint,languages,routes,teams';
const send = (table: string | Buffer, query = '', as = 'admin', type = 'text/csv') =>
  centre.ask('POST', `/v1/agents/import${query}`, { as, raw: new Uint8Array(Buffer.from(table as string)), headers: { 'Content-Type': type } });
const dry = (table: string | Buffer, query = '') => send(table, `?dryRun=true${query}`);
const table = () => centre.ask('GET', '/v1/agents.csv', { as: 'admin' });
const accounts = async () => (await centre.ask('GET', '/v1/accounts', { as: 'admin' })).body.items;
const find = async (email: string) => (await accounts()).find((one: { email: string }) => one.email === email);

test('what was exported and is imported again changes nothing, and is text to a spreadsheet', async () => {
  const team = await centre.ask('POST', '/v1/teams', { as: 'admin', body: { name: '=East; "1"' } });
  await centre.ask('POST', '/v1/teams', { as: 'admin', body: { name: 'West', agentIds: [centre.ids.aoki] } });
  const names = ['=1+1', '@SUM(A1)', "'quoted", "'=1", 'ｻﾄｳ 髙﨑', '佐藤 "花", 子', '＝全角', '<script>', '{"formula":"=1"}'];
  for (const [n, name] of names.entries()) {
    await centre.ask('POST', '/v1/agents', { as: 'admin', body: { email: `n${n}@example.com`, name, endpoint: '+815012345678', languages: ['ja', 'en'], routeIds: ['billing', 'old'], teamIds: [team.body.id] } });
  }
  const exported = await table();
  expect(exported.headers.get('content-disposition')).toMatch(/attachment; filename="agents-\d{4}-\d\d-\d\d\.csv"/);
  expect(exported.headers.get('content-type')).toContain('text/csv');
  const bytes = Buffer.from(await (await fetch(`${centre.url}/v1/agents.csv`, { headers: await centre.credentials('admin') })).arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const cells = bytes.toString().slice(1).split('\r\n').slice(1).flatMap((line) => line.split(','));
  expect(cells.filter((cell) => /^["']?[=+\-@＝]/.test(cell) && !/^"?'/.test(cell))).toEqual([]);
  const before = await accounts();
  for (const query of ['?dryRun=true', '']) {
    const { body } = await send(bytes, query);
    expect(body.counts).toEqual({ create: 0, change: 0, same: before.length, error: 0 });
  }
  expect(await accounts()).toEqual(before);
  const lines = await readAudit(centre.store.db, { subject: 'agents', limit: 5 });
  expect(lines).toMatchObject([{ action: 'agents_exported', after: { rows: before.length } }, { action: 'agents_exported' }]);
});

test('a route that was deleted is none any more, and its name is that of the next one', async () => {
  const route = async () => (await centre.ask('POST', '/v1/routes', { as: 'admin', body: { name: 'Summer', numbers: ['+81312349999'] } })).body.id as string;
  const old = await route();
  await centre.ask('DELETE', `/v1/routes/${old}`, { as: 'admin' });
  const id = await route();
  const person = (routes: string) => `email,name,routes\r\nsummer@example.com,Summer,${routes}\r\n`;
  expect((await dry(person(old))).body.rows).toMatchObject([{ result: 'error', problems: [{ code: 'unknown_route' }] }]);
  expect((await send(person('Summer'))).body.counts).toMatchObject({ create: 1 });
  const account = await find('summer@example.com');
  expect(account.routes).toEqual([{ id, name: 'Summer' }]);
  const answer = await centre.ask('PUT', `/v1/agents/${account.id}`, { as: 'admin', body: { routeIds: [old] } });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/routeIds' }] } });
});

test('a dry run says row by row what would happen, and changes nothing', async () => {
  const before = await accounts();
  const { body } = await dry(
    `${HEAD}\r\nnew@example.com,New,,,050-1234-5678,ja;en,Billing;old,West\r\n\r\nAOKI@example.com,青木,agent,yes,sip:desk@example.com,ja,billing,West\r\nmori@example.com,mori,agent,yes,,ja,billing,\r\n`,
  );
  expect(body).toMatchObject({ encoding: 'utf-8', applied: false, counts: { create: 1, change: 1, same: 1, error: 0 }, passwords: [] });
  expect(body.rows).toMatchObject([
    { line: 2, email: 'new@example.com', result: 'create' },
    { line: 4, email: 'aoki@example.com', result: 'change', changes: ['name'] },
    { line: 5, email: 'mori@example.com', result: 'same', changes: [] },
  ]);
  expect(await accounts()).toEqual(before);
});

test('every wrong row is told with its line and its column, and then nothing is changed', async () => {
  const wrong = [
    'nonsense,A,agent,yes,,ja,billing,',
    'ok@example.com,Fine,agent,yes,,ja,billing,West',
    'ok@example.com,Fine again,agent,yes,,ja,,',
    'b@example.com,,king,perhaps,0000,x!,nowhere;billing,none',
    'admin@example.com,admin,agent,no,,,,',
  ];
  const text = [HEAD, ...wrong].join('\n');
  const { body } = await dry(text);
  const told = body.rows.map(({ line, problems }: { line: number; problems: { column: string; code: string }[] }) => [line, ...problems.map(({ column, code }) => `${column} ${code}`)]);
  expect(told).toEqual([
    [2, 'email bad_email'],
    [3],
    [4, 'email email_twice'],
    [5, 'name bad_name', 'role bad_role', 'may_phone bad_yes_or_no', 'languages bad_language', 'routes unknown_route', 'teams unknown_team', 'endpoint bad_endpoint'],
    [6, 'role own_role'],
  ]);
  expect(JSON.stringify(body)).not.toContain('0000');
  expect(await send(text)).toMatchObject({ status: 409, body: { code: 'import_has_errors' } });
  expect(await find('ok@example.com')).toBeUndefined();
});

test('an import makes people who can sign in with passwords shown once, and changes others; a column left out stays', async () => {
  const { body } = await send('Email,Name,May Phone,Teams\nfresh@example.com,髙﨑 ｻﾁｺ,はい,West\nmori@example.com,Mori,no,\n');
  expect(body).toMatchObject({ applied: true, counts: { create: 1, change: 1, same: 0, error: 0 }, passwords: [{ email: 'fresh@example.com', name: '髙﨑 ｻﾁｺ' }] });
  expect(await find('fresh@example.com')).toMatchObject({ name: '髙﨑 ｻﾁｺ', role: 'agent', mayPhone: true, isAgent: true, teams: [{ name: 'West' }] });
  expect(await find('mori@example.com')).toMatchObject({ name: 'Mori', mayPhone: false, routes: [{ id: 'billing' }], languages: ['ja'] });
  await signIn(centre.url, 'fresh', body.passwords[0].password);
  expect(await readAudit(centre.store.db, { limit: 3 })).toMatchObject([
    { action: 'agents_imported', after: { created: 1, changed: 1 } },
    { action: 'agent_edited', before: { name: 'mori', mayPhone: true }, after: { name: 'Mori', mayPhone: false } },
    { action: 'agent_created', after: { name: '髙﨑 ｻﾁｺ' } },
  ]);
});

test('a softphone is given to one agent alone, within the table and beside it, and may be handed on', async () => {
  const rung = (...rows: string[]) => ['email,name,endpoint', ...rows].join('\n');
  const result = async (text: string) => (await dry(text)).body.rows.map((row: { result: string; problems: { column: string; code: string }[] }) => [row.result, ...row.problems.map(({ column, code }) => `${column} ${code}`)]);
  const TAKEN = ['error', 'endpoint softphone_taken'];
  expect((await send(rung('ring1@example.com,R1,client:ring_1', 'ring2@example.com,R2,client:'))).body.counts).toMatchObject({ create: 2 });
  const both = rung('ring3@example.com,R3,client:ring_1', 'ring4@example.com,R4,client:ring_4', 'ring5@example.com,R5,client:ring_4', 'ring6@example.com,R6,sip:desk@example.com');
  expect(await result(both)).toEqual([TAKEN, TAKEN, TAKEN, ['create']]);
  expect(await send(both)).toMatchObject({ status: 409, body: { code: 'import_has_errors' } });
  const swapped = rung('ring1@example.com,R1,client:', 'ring2@example.com,R2,client:ring_1');
  expect((await send(swapped)).body.counts).toMatchObject({ change: 2, error: 0 });
  await centre.store.db.updateTable('agent').set({ endpoint: 'client:ring_1' }).where('name', '=', 'R1').execute();
  expect(await result(rung('ring1@example.com,Renamed,client:ring_1', 'ring2@example.com,R2,client:ring_1'))).toEqual([['change'], ['same']]);
});

test('a file from Excel in Shift_JIS is read as what it is, NEC and IBM characters and half-width kana too', async () => {
  const text = 'email,name\r\nsjis@example.com,髙﨑 ①㈱ ｻﾁｺ ～\r\n';
  const { body } = await dry(iconv.encode(text, 'cp932'));
  expect(body).toMatchObject({ encoding: 'cp932', rows: [{ name: '髙﨑 ①㈱ ｻﾁｺ ～', result: 'create' }] });
  expect((await dry(`\uFEFF${text}`)).body).toMatchObject({ encoding: 'utf-8', rows: [{ name: '髙﨑 ①㈱ ｻﾁｺ ～' }] });
  const kana = iconv.encode('email,name\r\nk@example.com,ﾃｽ\r\n', 'cp932');
  expect((await dry(kana)).body).toMatchObject({ encoding: 'utf-8' });
  expect((await dry(kana, '&encoding=cp932')).body).toMatchObject({ encoding: 'cp932', rows: [{ name: 'ﾃｽ' }] });
});

test.each<[string, string | Buffer]>([
  ['no_email_column', ''],
  ['no_email_column', 'name\nx\n'],
  ['unknown_column', 'email,colour\n'],
  ['column_twice', 'email,E-mail,email\n'.replace('E-mail,', '')],
  ['unreadable_table', 'email,"name\na,b\n'],
  ['unreadable_table', Buffer.from([0x65, 0xff, 0xfe, 0x80, 0x0a])],
  ['unreadable_table', Buffer.from('email\na@example.com\n', 'utf16le')],
  ['too_many_rows', `email\n${Array.from({ length: 5_001 }, (_, n) => `a${n}@example.com`).join('\n')}`],
])('what is no such table is refused as %s', async (code, text) => {
  expect(await dry(text)).toMatchObject({ status: 400, body: { code } });
});

test('5,000 new people are imported in one go, and a file beyond 2 MB is not', async () => {
  const rows = Array.from({ length: 5_000 }, (_, n) => `mass${n}@example.com,M${n},agent,yes,+8150${String(n).padStart(8, '1')},ja;en,billing,West`);
  const started = Date.now();
  const { body } = await send([HEAD, ...rows].join('\r\n'));
  expect(body.counts).toMatchObject({ create: 5_000, error: 0 });
  expect(new Set(body.passwords.map(({ password }: { password: string }) => password)).size).toBe(5_000);
  expect(Date.now() - started).toBeLessThan(60_000);
  expect((await dry(`email\n${'x'.repeat(2 * 1024 * 1024)}`)).status).toBe(413);
}, 120_000);

test('only administrators, and only CSV', async () => {
  expect((await send(HEAD, '', 'aoki')).status).toBe(403);
  expect((await centre.ask('GET', '/v1/agents.csv', { as: 'aoki' })).status).toBe(403);
  expect((await send(HEAD, '', 'admin', 'application/json')).status).toBe(415);
});

test.each(['=1', '+1', '-1', '@a', '\tx', '＝1', "'=1", "''=1", "'a", "''", 'plain', ''])('the cell %j is escaped reversibly', (cell) => {
  expect(unescapeCell(escapeCell(cell))).toBe(cell);
  expect(readCsv(writeCsv([['a', cell]]).slice(1))[0]?.cells[1]).toBe(cell);
});

test('a row is told by the line in which it begins', () => {
  expect(readCsv('a\r\n\r\n"b\r\nb"\r\nc\r\r').map(({ line }) => line)).toEqual([1, 3, 5]);
});
