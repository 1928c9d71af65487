import { labelOf } from '../../domain/glossary/label.ts';
import { GLOSSARIES, LANGUAGES } from '../../domain/glossary/index.ts';

describe.each(LANGUAGES)('the glossary in %s', (language) => {
  const glossary = GLOSSARIES[language];

  test.each(['channel', 'wish', 'presence', 'status', 'kind', 'origin', 'outcome', 'offerEnd', 'actor'] as const)('calls no two of %s the same', (group) => {
    const words = Object.values(glossary[group]);
    expect(new Set(words).size).toBe(words.length);
  });

  test('has a word for everything', () => {
    expect(Object.values(glossary).flatMap((group) => Object.values<string>(group)).filter((word) => word.trim() === '')).toEqual([]);
  });

  test('tells a cancelled distribution from a request that was cancelled for good', () => {
    expect(glossary.status.withdrawn).not.toBe(glossary.status.cancelled);
  });
});

test('all have the same words', () => {
  const keysOf = (glossary: object) => Object.entries(glossary).map(([group, words]) => [group, Object.keys(words as object)]);
  for (const language of LANGUAGES) expect(keysOf(GLOSSARIES[language])).toEqual(keysOf(GLOSSARIES.en));
});

test('Japanese follows the terms of a Japanese contact centre', () => {
  expect(GLOSSARIES.ja).toMatchObject({
    status: { withdrawn: 'キャンセル', cancelled: '受付取消', failed: '不通終了', wrap_up: '後処理中' },
    outcome: { busy: '話中', no_answer: '応答なし', machine: '留守電' },
    presence: { ready: '受付可', not_ready: '離席', busy: '対応中', offline: 'ログアウト' },
    offerEnd: { missed: '時間切れ', withdrawn: '通知取下げ' },
  });
});

test("a route's own words are read in the reader's language, else in English, else in any, else as their code", () => {
  expect(labelOf({ en: 'Resolved', ko: '해결' }, 'ko', 'resolved')).toBe('해결');
  expect(labelOf({ ja: '解決', en: 'Resolved' }, 'ko', 'resolved')).toBe('Resolved');
  expect(labelOf({ ja: '解決' }, 'ko', 'resolved')).toBe('解決');
  expect(labelOf({}, 'ko', 'resolved')).toBe('resolved');
});
