import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const save = (items: unknown, as = 'admin') => centre.ask('PUT', '/v1/not-ready-reasons', { as, body: { items } });
const codes = async () => (await centre.ask('GET', '/v1/not-ready-reasons', { as: 'kato' })).body.items.map(({ code }: { code: string }) => code);

test('the reasons are there from the start, and administrators write them whole, in their order', async () => {
  expect(await codes()).toEqual(['break', 'meal', 'meeting', 'training', 'paperwork']);
  const items = [{ code: 'stand-up', label: { ja: '朝礼', en: 'Stand-up' } }, { code: 'meal', label: {} }];
  expect((await save(items)).body).toEqual({ items });
  await save(items);
  expect(await codes()).toEqual(['stand-up', 'meal']);
  const lines = await readAudit(centre.store.db, { subject: 'reasons', limit: 5 });
  expect(lines).toMatchObject([{ action: 'reasons_edited', before: [{ code: 'break' }, {}, {}, {}, {}], after: items }]);
});

test.each([
  [[{ code: 'a', label: {} }, { code: 'a', label: {} }], '/items/1/code'],
  [[{ code: 'missed_offer', label: {} }], '/items/0/code'],
  [[{ code: 'Lunch break', label: {} }], '/items/0/code'],
  [[{ code: 'a', label: { ja: ' ' } }], '/items/0/label/ja'],
])('what cannot be a reason is refused at its place and changes nothing', async (items, pointer) => {
  const before = await codes();
  const { status, body } = await save(items);
  expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  expect(await codes()).toEqual(before);
});

test('agents read them and do not write them', async () => {
  expect((await save([], 'aoki')).status).toBe(403);
});
