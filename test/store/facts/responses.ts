import { randomUUID } from 'node:crypto';
import { readAudit } from '../../../store/report/audit.ts';
import * as categories from '../../../store/response/response-categories.ts';
import * as responses from '../../../store/response/responses.ts';
import type { Opened } from '../world.ts';
import { makeRoute } from '../world.ts';

const ACTOR = { type: 'user', id: 'admin' } as const;

export function responseFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const category = async (parentId: string | null = null) => (await categories.createCategory(db(), { parentId, name: { en: 'Invoices', ja: 'ご請求' }, actor: ACTOR })).id;
  const wish = (categoryId: string, more: Partial<responses.ResponseWish> = {}): responses.ResponseWish => ({
    categoryId,
    title: { ja: '件名', en: 'Title' },
    text: { ja: '本文', en: 'Dear {{customer.name}}' },
    routeIds: null,
    ...more,
  });
  const response = (categoryId: string, more: Partial<responses.ResponseWish> = {}) => responses.createResponse(db(), { ...wish(categoryId, more), actor: ACTOR });
  const within = async (categoryId: string) => (await responses.readResponses(db())).filter((one) => one.categoryId === categoryId).map(({ id }) => id);
  const below = async (parentId: string) => (await categories.readCategories(db())).filter((one) => one.parentId === parentId).map(({ id }) => id);
  const refused = (reason: string) => expect.objectContaining({ reason });
  const actions = async (subject: string) => (await readAudit(db(), { subject, limit: 10 })).map(({ action }) => action).toReversed();

  test('a response is kept as it was written, in every language, with who wrote it last', async () => {
    const routeId = await makeRoute(opened().store);
    const categoryId = await category();
    const id = await response(categoryId, { routeIds: [routeId] });
    expect(await responses.readResponse(db(), id)).toEqual({ id, ...wish(categoryId, { routeIds: [routeId] }), version: 1, edited: { at: expect.anything(), by: ACTOR } });
    expect(await responses.readResponse(db(), 'none')).toBeNull();
  });

  test('a route has its own responses and those of all routes', async () => {
    const [own, other] = [await makeRoute(opened().store), await makeRoute(opened().store)];
    const categoryId = await category();
    const [forAll, forOwn, forBoth] = [await response(categoryId), await response(categoryId, { routeIds: [own] }), await response(categoryId, { routeIds: [other, own] })];
    const of = async (routeId: string) => (await responses.readResponses(db(), { routeId })).filter((one) => one.categoryId === categoryId).map(({ id }) => id);
    expect(await of(own)).toEqual([forAll, forOwn, forBoth]);
    expect(await of(other)).toEqual([forAll, forBoth]);
  });

  test('an edit raises the version and is on the audit log; one that changes nothing is not, whatever order its languages come in', async () => {
    const categoryId = await category();
    const id = await response(categoryId);
    const edit = (more: Partial<responses.ResponseWish>, version = 1) => responses.editResponse(db(), id, { ...wish(categoryId, more), version, actor: ACTOR });
    await edit({ title: { en: 'Title', ja: '件名' } });
    expect((await responses.readResponse(db(), id))?.version).toBe(1);
    await edit({ text: { en: 'Hello' }, title: { en: 'Title' } });
    expect(await responses.readResponse(db(), id)).toMatchObject({ version: 2, text: { en: 'Hello' }, title: { en: 'Title' } });
    await expect(edit({ text: { en: 'Late' } })).rejects.toEqual(refused('edited_meanwhile'));
    const [last, first, ...others] = await readAudit(db(), { subject: `standard-response/${id}`, limit: 10 });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ action: 'standard_response_saved', actor: ACTOR, before: null, after: wish(categoryId) });
    expect(last).toMatchObject({ before: { text: wish(categoryId).text }, after: { text: { en: 'Hello' } } });
  });

  test('of two who save one response at once, one is refused', async () => {
    const categoryId = await category();
    const id = await response(categoryId);
    const both = await Promise.allSettled(['one', 'two'].map((en) => responses.editResponse(db(), id, { ...wish(categoryId, { text: { en } }), version: 1, actor: ACTOR })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('responses are moved among their neighbours, and come last in another category; moving raises no version', async () => {
    const [here, there] = [await category(), await category()];
    const [a, b, c] = [await response(here), await response(here), await response(here)];
    const other = await response(there);
    await responses.placeResponse(db(), c, 0, ACTOR);
    await responses.placeResponse(db(), a, 99, ACTOR);
    await responses.placeResponse(db(), a, 2, ACTOR);
    expect(await within(here)).toEqual([c, b, a]);
    await responses.deleteResponse(db(), b, ACTOR);
    const d = await response(here);
    await responses.editResponse(db(), c, { ...wish(there), version: 1, actor: ACTOR });
    expect([await within(here), await within(there)]).toEqual([[a, d], [other, c]]);
    expect(await actions(`standard-response/${a}`)).toEqual(['standard_response_saved', 'standard_responses_ordered']);
    expect(await actions(`standard-response/${b}`)).toEqual(['standard_response_saved', 'standard_response_deleted']);
  });

  test('what is not there cannot be edited, moved, deleted, or be a category', async () => {
    const categoryId = await category();
    const id = randomUUID();
    await expect(responses.editResponse(db(), id, { ...wish(categoryId), version: 1, actor: ACTOR })).rejects.toEqual(refused('gone'));
    await expect(responses.placeResponse(db(), id, 0, ACTOR)).rejects.toEqual(refused('gone'));
    await expect(responses.deleteResponse(db(), id, ACTOR)).rejects.toEqual(refused('gone'));
    await expect(response(id)).rejects.toEqual(refused('no_such_category'));
    await expect(categories.editCategory(db(), id, { parentId: null, name: { en: 'x' }, version: 1, actor: ACTOR })).rejects.toEqual(refused('gone'));
    await expect(categories.placeCategory(db(), id, 0, ACTOR)).rejects.toEqual(refused('gone'));
    await expect(categories.deleteCategory(db(), id, ACTOR)).rejects.toEqual(refused('gone'));
    await expect(category(id)).rejects.toEqual(refused('no_such_parent'));
  });

  test('categories stand five deep and never within themselves', async () => {
    const chain = [await category()];
    for (let depth = 2; depth <= 5; depth += 1) chain.push(await category(chain.at(-1)));
    const [top = '', second = '', , , fifth = ''] = chain;
    await expect(category(fifth)).rejects.toEqual(refused('too_deep'));
    const edit = (id: string, parentId: string | null) => categories.editCategory(db(), id, { parentId, name: { en: 'Invoices', ja: 'ご請求' }, version: 1, actor: ACTOR });
    await expect(edit(top, fifth)).rejects.toEqual(refused('within_itself'));
    await expect(edit(second, second)).rejects.toEqual(refused('within_itself'));
    expect(await edit(second, null)).toMatchObject({ parentId: null, version: 2 });
    await expect(edit(second, top)).rejects.toEqual(refused('edited_meanwhile'));
    expect(await edit(top, null)).toMatchObject({ version: 1 });
  });

  test('of two categories that are put into each other at once, one is refused', async () => {
    const [one, two] = [await category(), await category()];
    const into = (id: string, parentId: string) => categories.editCategory(db(), id, { parentId, name: { en: 'x' }, version: 1, actor: ACTOR });
    const both = await Promise.allSettled([into(one, two), into(two, one)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('categories are moved among their neighbours, and come last in another', async () => {
    const [here, there] = [await category(), await category()];
    const [a, b, c] = [await category(here), await category(here), await category(here)];
    const other = await category(there);
    await categories.placeCategory(db(), c, 1, ACTOR);
    expect(await below(here)).toEqual([a, c, b]);
    await categories.editCategory(db(), a, { parentId: there, name: { en: 'A' }, version: 1, actor: ACTOR });
    expect([await below(here), await below(there)]).toEqual([[c, b], [other, a]]);
    await categories.placeCategory(db(), a, 7, ACTOR);
    expect(await actions(`response-category/${a}`)).toEqual(['response_category_saved', 'response_category_saved']);
  });

  test('a category is deleted when nothing is in it any more', async () => {
    const top = await category();
    const inner = await category(top);
    const id = await response(inner);
    for (const full of [top, inner]) await expect(categories.deleteCategory(db(), full, ACTOR)).rejects.toEqual(refused('not_empty'));
    await responses.deleteResponse(db(), id, ACTOR);
    for (const empty of [inner, top]) await categories.deleteCategory(db(), empty, ACTOR);
    expect(await actions(`response-category/${top}`)).toEqual(['response_category_saved', 'response_category_deleted']);
  });

  test('there are so many and no more, as they are read whole', async () => {
    const work = db()
      .transaction()
      .execute(async (tx) => {
        const name = JSON.stringify({ en: 'x' });
        const categoryId = (await categories.createCategory(tx, { parentId: null, name: { en: 'x' }, actor: ACTOR })).id;
        const many = Array.from({ length: 1_000 }, (_, position) => ({ id: randomUUID(), category_id: categoryId, title: name, text: name, position }));
        await tx.insertInto('standard_response').values(many).execute();
        await tx.insertInto('response_category').values(many.slice(0, 200).map(({ id, position }) => ({ id, name, position }))).execute();
        await expect(responses.createResponse(tx, { ...wish(categoryId), actor: ACTOR })).rejects.toEqual(refused('too_many'));
        await expect(categories.createCategory(tx, { parentId: null, name: { en: 'x' }, actor: ACTOR })).rejects.toEqual(refused('too_many'));
        throw new Error('all of it is taken back');
      });
    await expect(work).rejects.toThrow('all of it is taken back');
  });
}
