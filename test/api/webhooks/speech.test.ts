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
  ['오후 3시 반', '1530'],
  ['오후 3시 30분이요', '1530'],
  ['오전 9시', '0900'],
  ['15시', '1500'],
  ['930', '930'],
  ['whenever you like', ''],
])('the time "%s" is keyed as "%s"', (spoken, digits) => {
  expect(timeDigits(spoken)).toBe(digits);
});

test.each([
  ['2026-11-20T06:30:00Z', 'today at 3:30 PM', '本日15時30分', '오늘 오후 3시 30분'],
  ['2026-11-21T00:00:00Z', 'tomorrow at 9:00 AM', '明日9時', '내일 오전 9시'],
  ['2026-11-22T15:05:00Z', 'on Monday, November 23 at 12:05 AM', '11月23日月曜日0時5分', '11월 23일 월요일 오전 12시 5분'],
])('%s is said as "%s", 「%s」 and "%s"', (at, english, japanese, korean) => {
  const now = '2026-11-20T05:00:00Z';
  expect(sayTime(at, now, 'Asia/Tokyo', 'en')).toBe(english);
  expect(sayTime(at, now, 'Asia/Tokyo', 'ja')).toBe(japanese);
  expect(sayTime(at, now, 'Asia/Tokyo', 'ko')).toBe(korean);
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
  ['ko', '네, 맞습니다.', WHETHER, 'yes'],
  ['ko', '아니요, 다른 번호로 해 주세요', WHETHER, 'another'],
  ['ko', '지금 바로요', WHEN, 'now'],
  ['ko', '가장 빠른 시간에 부탁드립니다', WHEN, 'now'],
  ['ko', '나중에 전화 주세요', WHEN, 'later'],
  ['ko', '시간을 지정할게요', WHEN, 'timed'],
  ['ko', '잘 모르겠어요', WHEN, null],
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
