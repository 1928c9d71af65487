import * as fc from 'fast-check';
import { finder, foldName, searchTerms, sortKeyOf } from '../../domain/reading.ts';

const sorted = (names: readonly (readonly [name: string, reading: string])[]) =>
  names
    .map(([name, reading]) => ({ name, key: sortKeyOf({ name, reading }) }))
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
    .map(({ name }) => name);

describe('a name is folded', () => {
  test.each([
    ['タナカ ユイ', 'たなかゆい', 'hiragana for katakana, and no space'],
    ['ﾀﾅｶ　ﾕｲ', 'たなかゆい', 'half width, and the wide space'],
    ['ｶﾞｷﾞｸﾞ ﾊﾟ', 'がぎぐぱ', 'half-width voicing marks'],
    ['か゛き゜', 'がき\u309a', 'voicing marks that stand by themselves'],
    ['キャノン', 'きやのん', 'small kana are large'],
    ['サトー', 'さと', 'no long vowel mark'],
    ['ｻﾄｰ', 'さと', 'nor a half-width one'],
    ['いすゞ', 'いすず', 'the repetition mark with its voicing'],
    ['ミスヽヽ', 'みすすす', 'and as often as it stands there'],
    ['がゝ', 'がか', 'and without what is the voicing of the kana before it'],
    ['ジョン・スミス', 'じよんすみす', 'no dot'],
    ['ＡＢＣ Ｄ－Ｅ', 'abcde', 'full-width Latin letters'],
    ['José O’Brien', 'joseobrien', 'no accents, no apostrophe'],
    ['佐々木 髙志', '佐々木髙志', 'kanji as they are'],
    ['김 민준', '김민준', 'hangul as it is'],
    ['yui.tanaka@example.com', 'yuitanakaexamplecom', 'an address'],
    ['ヴァイオリン ヵヶ', 'ゔあいおりんかけ', 'the last katakana of their row'],
    [' - ', '', 'nothing but what stands between letters'],
  ])('%j is %j: %s', (written, folded) => {
    expect(foldName(written)).toBe(folded);
  });

  test('is the same in hiragana and katakana, half and full width, with and without spaces', () => {
    const kana = fc.string({ unit: fc.integer({ min: 0x3041, max: 0x3096 }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(kana, (hiragana) => {
        const katakana = hiragana.replaceAll(/./g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60));
        expect(foldName(katakana)).toBe(foldName(hiragana));
        expect(foldName(katakana.split('').join('　'))).toBe(foldName(hiragana));
      }),
    );
  });

  test('again changes nothing, whatever was written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(foldName(foldName(text))).toBe(foldName(text))));
  });

  test('gives of a part of a name a part of the whole', () => {
    const word = fc.string({ unit: fc.constantFrom('ア', 'い', 'ｳ', 'ガ', 'ー', 'ﾊﾟ', ' ', '田', '中', '-', 'a', 'Ｂ', 'é', '・') });
    fc.assert(fc.property(word, word, word, (before, part, after) => expect(foldName(`${before}_${part}_${after}`)).toContain(foldName(part))));
  });
});

test('what is searched for are its words, in any order', () => {
  expect(searchTerms('　ユイ ﾀﾅｶ - ')).toEqual(['ゆい', 'たなか']);
  expect(searchTerms('  ')).toEqual([]);
});

test('a search finds what has every part of it somewhere, in whatever width, case and kana', () => {
  const texts = ['佐藤 ハナ', 'Hana.Sato@example.com'];
  for (const search of ['', ' - ', 'はな', 'ﾊﾅ 佐藤', 'ハナ SATO', 'hana.sato@']) expect({ search, found: finder(search)(texts) }).toEqual({ search, found: true });
  for (const search of ['はなこ', 'ハナ 鈴木', '藤ハナh']) expect({ search, found: finder(search)(texts) }).toEqual({ search, found: false });
});

describe('names are sorted', () => {
  test('by the fifty sounds of their reading, whatever it is written in; names without kana come after', () => {
    expect(
      sorted([
        ['山田', 'ヤマダ'],
        ['Smith', ''],
        ['青木', 'あおき'],
        ['김민준', ''],
        ['渡辺', 'ﾜﾀﾅﾍﾞ'],
        ['佐藤', 'サトウ'],
        ['井上', 'いのうえ'],
        ['無名', ''],
        ['たなか', ''],
      ]),
    ).toEqual(['青木', '井上', '佐藤', 'たなか', '山田', '渡辺', 'Smith', '無名', '김민준']);
  });

  test('so that a family name that ends comes before one that goes on', () => {
    expect(sorted([['有田 和', 'アリタ カズ'], ['有 良子', 'アリ ヨシコ']])).toEqual(['有 良子', '有田 和']);
  });

  test('by voicing only between names that otherwise sound alike', () => {
    expect(sorted([['浜田 あい', 'ハマダ アイ'], ['浜田 うみ', 'ハマタ ウミ'], ['浜田 亜衣', 'ハマタ アイ']])).toEqual(['浜田 亜衣', '浜田 あい', '浜田 うみ']);
  });

  test('with a long vowel mark as its vowel, and small kana as large ones', () => {
    expect(sorted([['c', 'サトエ'], ['b', 'サトー'], ['a', 'サトウ']])).toEqual(['a', 'c', 'b']);
    expect(sorted([['b', 'キヤマ'], ['a', 'キャバ']])).toEqual(['a', 'b']);
    expect(sortKeyOf({ name: 'x', reading: 'ガーン' })).toBe('1かあん\tがあん\tx');
    expect(sortKeyOf({ name: 'x', reading: 'ーンー' })).toBe('1ん\tん\tx');
  });

  test('by how they are written where they sound the same', () => {
    expect(sorted([['佐藤 花', 'サトウ ハナ'], ['佐東 花', 'さとう はな']])).toEqual(['佐東 花', '佐藤 花']);
  });

  test('by what an index can hold', () => {
    const key = sortKeyOf({ name: '𠮷'.repeat(400), reading: '' });
    expect(Array.from(key)).toHaveLength(300);
    expect(key).not.toMatch(/\p{Surrogate}/u);
  });
});
