import type { Meaning } from '../../../api/webhooks/voice/prompts.ts';
import { promptsFor } from '../../../api/webhooks/voice/prompts.ts';
import { createSeal } from '../../../api/webhooks/voice/sealed.ts';
import { hear, sayTime, timeDigits } from '../../../api/webhooks/voice/speech.ts';

test.each([
  ['1530', '1530'],
  ['15:30', '1530'],
  ['3:30 p.m.', '1530'],
  ['3 PM', '1500'],
  ['9 a.m.', '0900'],
  ['12:15 AM', '0015'],
  ['12:15 PM', '1215'],
  ['at 9', '0900'],
  ['15時30分', '1530'],
  ['１５時', '1500'],
  ['午後3時半', '1530'],
  ['午前9時です', '0900'],
  ['930', '930'],
  ['whenever you like', ''],
])('the time "%s" is keyed as "%s"', (spoken, digits) => {
  expect(timeDigits(spoken)).toBe(digits);
});

test.each([
  ['2026-11-20T06:30:00Z', 'today at 3:30 PM', '本日15時30分'],
  ['2026-11-21T00:00:00Z', 'tomorrow at 9:00 AM', '明日9時'],
  ['2026-11-22T15:05:00Z', 'on Monday, November 23 at 12:05 AM', '11月23日月曜日0時5分'],
])('%s is said as "%s" and 「%s」', (at, english, japanese) => {
  const now = '2026-11-20T05:00:00Z';
  expect(sayTime(at, now, 'Asia/Tokyo', 'en')).toBe(english);
  expect(sayTime(at, now, 'Asia/Tokyo', 'ja')).toBe(japanese);
});

const WHEN: readonly Meaning[] = ['timed', 'later', 'now'];
const WHETHER: readonly Meaning[] = ['another', 'yes'];

test.each([
  ['en', 'Yes.', WHETHER, 'yes'],
  ['en', 'No, another number', WHETHER, 'another'],
  ['en', 'I do not know', WHETHER, null],
  ['en', 'Now!', WHEN, 'now'],
  ['en', 'Later today, please', WHEN, 'later'],
  ['en', 'I would like to choose a time', WHEN, 'timed'],
  ['en', 'nowhere', WHEN, null],
  ['ja', 'はい、お願いします。', WHETHER, 'yes'],
  ['ja', 'いいえ、別の番号で', WHETHER, 'another'],
  ['ja', '今すぐ', WHEN, 'now'],
  ['ja', '後 で', WHEN, 'later'],
  ['ja', '時間を指定します', WHEN, 'timed'],
  ['ja', 'わかりません', WHEN, null],
] as const)('in %s, "%s" is heard among %j as %s', (language, spoken, among, meaning) => {
  expect(hear(spoken, among, promptsFor(language))).toBe(meaning);
});

test('a sealed number opens to itself, never looks the same twice, and opens to nothing once changed or under another key', () => {
  const seal = createSeal('secret');
  const [one, two] = [seal.close('+819012345678'), seal.close('+819012345678')];
  expect(one).not.toBe(two);
  expect(seal.open(one)).toBe('+819012345678');
  const changed = (one.startsWith('A') ? 'B' : 'A') + one.slice(1);
  expect([seal.open(changed), seal.open(''), createSeal('other').open(one)]).toEqual([null, null, null]);
});
