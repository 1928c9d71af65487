import { talking } from './served/calls.ts';
import { askedLine, endedLine, mori, system } from './served/call-lines.ts';
import { deskOf } from './served/people.ts';
import { browser, change, eachInChromium, open, page, served, until, wrapUp } from './served/screen.ts';

eachInChromium();

const bar = () => page.getByRole('region', { name: 'Call', exact: true });
const notice = () => bar().getByRole('alert');
const OFFICE = '+81312345678';
const asked = askedLine();
const refused = endedLine('refused', {}, mori);
const outside = (end: string, whom: string | null = OFFICE) => endedLine(end, { agentId: null }, system, whom);

test('who was asked in and does not come is named in the call bar, with the reason, until the call is over', async () => {
  served.known.desk = deskOf({ live: talking({}, { timeline: [asked] }) });
  await open('/desk');
  await bar().waitFor();
  expect(await notice().count()).toBe(0);
  for (const [end, sentence] of [
    [refused, 'Transfer Mori Kenta refused. Tanaka Yui is with you again.'],
    [endedLine('missed', { purpose: 'consult' }), 'Consult Mori Kenta did not answer in time. Tanaka Yui is with you again.'],
    [endedLine('offline', { purpose: 'conference' }), 'Conference Mori Kenta is no longer logged in.'],
    [outside('nobody_found', 'Sales'), 'Transfer Nobody was free: Sales. Tanaka Yui is with you again.'],
    [outside('busy'), 'Transfer 03-1234-5678 is busy. Tanaka Yui is with you again.'],
    [outside('no_answer'), 'Transfer 03-1234-5678 did not answer. Tanaka Yui is with you again.'],
    [outside('machine'), 'Transfer A machine answered: 03-1234-5678. Tanaka Yui is with you again.'],
    [outside('failed', null), 'Transfer Third party could not be reached. Tanaka Yui is with you again.'],
  ] as const) {
    change({ live: talking({}, { timeline: [asked, end] }) });
    await until(async () => (await notice().allInnerTexts()).join().replaceAll(/\s+/g, ' ').trim(), (said) => said === sentence);
  }
  change({ live: wrapUp({ timeline: [asked, refused] }) });
  await notice().waitFor({ state: 'detached' });
});

test('it is heard once, on whatever screen one is, and moves no button', async () => {
  await page.addInitScript(() => {
    const heard = { notes: 0 };
    Object.assign(globalThis, { heard, OscillatorNode: class extends OscillatorNode { override start(at?: number) { heard.notes += 1; super.start(at); } } });
  });
  const notes = () => page.evaluate(() => (globalThis as unknown as { heard: { notes: number } }).heard.notes);
  served.known.desk = deskOf({ live: talking({}, { timeline: [asked] }) });
  await open('/desk');
  await bar().click();
  const hold = page.getByRole('button', { name: 'Hold', exact: true });
  const before = await hold.boundingBox();
  change({ live: talking({}, { timeline: [asked, refused] }) });
  await notice().waitFor();
  expect(await hold.boundingBox()).toEqual(before);
  await until(notes, (count) => count === 2);
  await page.getByRole('link', { name: 'Callbacks', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Callbacks' }).waitFor();
  await notice().waitFor();
  expect(await notes()).toBe(2);
});

test.each([
  ['ja-JP', '即時転送 Mori Kenta さんが拒否しました。 Tanaka Yui 様との通話に戻っています。'],
  ['ko-KR', '즉시 호 전환 Mori Kenta 님이 거절했습니다. Tanaka Yui 님과 다시 통화 중입니다.'],
])('in %s it reads so', async (locale, sentence) => {
  served.known.desk = deskOf({ live: talking({}, { timeline: [asked, refused] }) });
  const own = await browser.newContext({ locale, reducedMotion: 'reduce' });
  const tab = await own.newPage();
  await open('/desk', tab);
  const said = tab.locator('.call-bar').getByRole('alert');
  await said.waitFor();
  expect((await said.innerText()).replaceAll(/\s+/g, ' ').trim()).toBe(sentence);
  await own.close();
});
