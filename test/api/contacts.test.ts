import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

let numbersGiven = 0;
const aNumber = () => `+8180${String((numbersGiven += 1)).padStart(8, '1')}`;

const make = (body: object, as = 'aoki') => centre.ask('POST', '/v1/contacts', { as, body: { name: '田中 結衣', reading: 'タナカ ユイ', ...body } });
const read = (id: string) => centre.ask('GET', `/v1/contacts/${id}`, { as: 'aoki' });
const found = async (q: string) => {
  const { body } = await centre.ask('GET', `/v1/contacts?q=${encodeURIComponent(q)}`, { as: 'aoki' });
  return body.items.map(({ name }: { name: string }) => name);
};

test('a contact is made as people write, and read by everybody who may see callbacks', async () => {
  const made = await make({
    company: ' Acme ',
    language: 'ja',
    timeZone: 'Asia/Tokyo',
    note: 'Works nights.',
    numbers: [{ number: '０９０ー１２３４ー５６７８' }, { number: '+1 (212) 555-0123', label: 'work' }],
    addresses: [{ value: 'Yui@Example.com', label: 'home' }],
  });
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toBe(`/v1/contacts/${made.body.id}`);
  expect(made.body).toMatchObject({
    version: 1,
    name: '田中 結衣',
    reading: 'タナカ ユイ',
    company: 'Acme',
    numbers: [{ number: '+819012345678', label: 'mobile' }, { number: '+12125550123', label: 'work' }],
    addresses: [{ kind: 'email', value: 'yui@example.com', label: 'home' }],
  });
  for (const as of ['aoki', 'admin', 'machine']) expect(await centre.ask('GET', `/v1/contacts/${made.body.id}`, { as })).toMatchObject({ status: 200, body: made.body });
});

test('who may not phone sees no contact and changes none', async () => {
  const { body } = await make({});
  const asked = [
    centre.ask('GET', '/v1/contacts', { as: 'kato' }),
    centre.ask('GET', `/v1/contacts/${body.id}`, { as: 'kato' }),
    centre.ask('GET', `/v1/contacts/${body.id}/callbacks`, { as: 'kato' }),
    centre.ask('POST', '/v1/contacts', { as: 'kato', body: { name: 'x' } }),
    centre.ask('PUT', `/v1/contacts/${body.id}`, { as: 'kato', body: { version: 1, name: 'x' } }),
    centre.ask('POST', `/v1/contacts/${body.id}/merge`, { as: 'kato', body: {} }),
  ];
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
});

test('the directory is searched in any writing, and by numbers', async () => {
  const number = '+819055501234';
  await make({ name: '渡辺 さくら', reading: 'ﾜﾀﾅﾍﾞ ｻｸﾗ', company: 'ツバメ商会', numbers: [{ number }], addresses: [{ value: 'sakura@tsubame.example' }] });
  for (const q of ['ワタナベ', 'わたなべ　さくら', '渡辺さくら', 'ﾂﾊﾞﾒ', 'sakura@tsubame', '090-5550-1234', '０９０５５５０１２３４', '090ー5550ー1234', '1234']) {
    expect({ q, found: await found(q) }).toEqual({ q, found: ['渡辺 さくら'] });
  }
  expect(await found('5551234999')).toEqual([]);
  expect(await found('わたなべ 商事')).toEqual([]);
});

test('a page ends where the next begins', async () => {
  const marked = ['い', 'う', 'あ'].map((kana) => make({ name: `頁 ${kana}`, reading: kana, company: 'Pages' }));
  await Promise.all(marked);
  const first = await centre.ask('GET', '/v1/contacts?q=pages&limit=2', { as: 'aoki' });
  const second = await centre.ask('GET', `/v1/contacts?q=pages&limit=2&cursor=${first.body.nextCursor}`, { as: 'aoki' });
  const names = [...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name);
  expect([names, second.body.nextCursor]).toEqual([['頁 あ', '頁 い', '頁 う'], null]);
  const wrong = await centre.ask('GET', '/v1/contacts?cursor=nonsense', { as: 'aoki' });
  expect(wrong).toMatchObject({ status: 400, body: { errors: [{ parameter: 'cursor' }] } });
});

test.each([
  ['/name', { name: '　' }],
  ['/name', { name: 'a'.repeat(201) }],
  ['/reading', { reading: 5 }],
  ['/timeZone', { timeZone: 'Mars/Olympus' }],
  ['/language', { language: '!' }],
  ['/note', { note: 'a'.repeat(10_001) }],
  ['/numbers/0/number', { numbers: [{ number: 'call me' }] }],
  ['/numbers/1/number', { numbers: [{ number: '090-1234-9999' }, { number: '+81 90 1234 9999' }] }],
  ['/numbers/0/label', { numbers: [{ number: '090-1234-9999', label: 'boat' }] }],
  ['/numbers', { numbers: Array.from({ length: 21 }, () => ({ number: '090-1234-9999' })) }],
  ['/addresses/0/value', { addresses: [{ value: 'nobody' }] }],
  ['/addresses/1/value', { addresses: [{ value: 'a@example.com' }, { value: 'A@example.com' }] }],
  ['/colour', { colour: 'red' }],
])('a contact whose %s is wrong is not made', async (pointer, body) => {
  const before = await centre.store.db.selectFrom('contact').select('id').execute();
  const answer = await make(body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  expect(JSON.stringify(answer.body)).not.toContain('9999');
  expect(await centre.store.db.selectFrom('contact').select('id').execute()).toHaveLength(before.length);
});

test('a number is one contact’s only, and the refusal names the field and whose it is', async () => {
  const number = aNumber();
  await make({ name: '佐藤 花', reading: '', numbers: [{ number }] });
  const taken = await make({ numbers: [{ number: aNumber() }, { number }] });
  expect(taken).toMatchObject({ status: 409, body: { code: 'contact_number_taken', errors: [{ pointer: '/numbers/1/number', detail: 'belongs to another contact, 佐藤 花' }] } });
});

test('of two who edit at once the second is told', async () => {
  const { body } = await make({});
  const edit = (more: object, as: string) => centre.ask('PUT', `/v1/contacts/${body.id}`, { as, body: { version: 1, name: '田中 結衣', ...more } });
  expect(await edit({ company: 'First' }, 'aoki')).toMatchObject({ status: 200, body: { version: 2, company: 'First', reading: '' } });
  expect(await edit({ company: 'Second' }, 'admin')).toMatchObject({ status: 409, body: { code: 'contact_edited' } });
  expect((await read(body.id)).body).toMatchObject({ company: 'First' });
  const lines = await readAudit(centre.store.db, { subject: `contact/${body.id}`, limit: 5 });
  expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
    ['contact_edited', { type: 'user', id: centre.ids.aoki }],
    ['contact_created', { type: 'user', id: centre.ids.aoki }],
  ]);
});

test('two contacts become one, which either id finds', async () => {
  const [one, two] = [aNumber(), aNumber()];
  const kept = (await make({ numbers: [{ number: one }] })).body;
  const other = (await make({ company: 'Acme', numbers: [{ number: two }] })).body;
  const merge = (more = {}) => centre.ask('POST', `/v1/contacts/${kept.id}/merge`, { as: 'mori', body: { version: 1, otherId: other.id, otherVersion: 1, ...more } });
  expect(await merge({ otherVersion: 7 })).toMatchObject({ status: 409, body: { code: 'contact_edited' } });
  expect(await merge({ otherId: kept.id })).toMatchObject({ status: 409, body: { code: 'contact_same' } });
  expect(await merge({ otherId: '00000000-0000-4000-8000-000000000000' })).toMatchObject({ status: 404 });
  const merged = await merge();
  expect(merged).toMatchObject({ status: 200, body: { id: kept.id, version: 2, company: 'Acme', numbers: [{ number: one }, { number: two }] } });
  expect((await read(other.id)).body).toEqual(merged.body);
  expect(await merge({ version: 2 })).toMatchObject({ status: 409, body: { code: 'contact_merged' } });
});

test('two notes too long for one contact are not merged', async () => {
  const [kept, other] = [(await make({ note: 'x'.repeat(6_000) })).body, (await make({ note: 'y'.repeat(6_000) })).body];
  const answer = await centre.ask('POST', `/v1/contacts/${kept.id}/merge`, { as: 'aoki', body: { version: 1, otherId: other.id, otherVersion: 1 } });
  expect(answer).toMatchObject({ status: 409, body: { code: 'contact_too_much' } });
});

test('a callback shows its contact, and the earlier ones of the contact’s other numbers', async () => {
  const [one, two] = [aNumber(), aNumber()];
  const contact = (await make({ language: 'ja', numbers: [{ number: one }, { number: two }] })).body;
  const first = await givenCallback(centre, { number: one, name: '' });
  await given(centre, first, { assignee_id: centre.ids.aoki });
  await centre.ask('POST', `/v1/callbacks/${first}/notes`, { as: 'aoki', body: { text: 'Asked about the bill.' } });
  const second = await givenCallback(centre, { number: two });
  const { body } = await centre.ask('GET', `/v1/callbacks/${second}`, { as: 'admin' });
  const shown = { id: contact.id, name: '田中 結衣', reading: 'タナカ ユイ' };
  expect(body).toMatchObject({ name: 'Tanaka Yui', contact: shown, language: 'ja' });
  expect(body.earlier).toMatchObject([{ id: first, lastNote: 'Asked about the bill.' }]);
  const list = await centre.ask('GET', `/v1/callbacks?number=${encodeURIComponent(one)}`, { as: 'aoki' });
  expect(list.body.items).toMatchObject([{ name: '田中 結衣', contact: shown }]);
  const history = await centre.ask('GET', `/v1/contacts/${contact.id}/callbacks?limit=1`, { as: 'mori' });
  expect(history.body.items).toMatchObject([{ id: second, number: two, notes: [] }]);
  const rest = await centre.ask('GET', `/v1/contacts/${contact.id}/callbacks?cursor=${history.body.nextCursor}`, { as: 'mori' });
  expect(rest.body).toMatchObject({ items: [{ id: first, number: one, notes: [{ text: 'Asked about the bill.', author: { name: 'aoki' } }] }], nextCursor: null });
});

test('what is not there is not found', async () => {
  const none = '00000000-0000-4000-8000-000000000000';
  const asked = [
    centre.ask('GET', `/v1/contacts/${none}`, { as: 'aoki' }),
    centre.ask('GET', '/v1/contacts/no-id', { as: 'aoki' }),
    centre.ask('GET', `/v1/contacts/${none}/callbacks`, { as: 'aoki' }),
    centre.ask('PUT', `/v1/contacts/${none}`, { as: 'aoki', body: { version: 1, name: 'x' } }),
  ];
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test('whoever listens hears that a contact has changed, and which open callbacks with it', async () => {
  const number = aNumber();
  const callbackId = await givenCallback(centre, { number });
  const stream = await fetch(`${centre.url}/v1/events`, { headers: await centre.credentials('admin') });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = (await reader?.read())?.value ?? '';
  const { body } = await make({ numbers: [{ number }] });
  while (!heard.includes(callbackId) || !heard.includes(`"contactId":"${body.id}"`)) heard += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  expect(heard).toContain(`{"callbackId":"${callbackId}"}`);
});
