/*
 * How names are compared, whatever they are written in: full or half width, hiragana or katakana, in small letters or large ones.
 * The order is that of JIS X 4061 (日本語文字列照合順番): the fifty sounds first, voicing and small kana only between what is alike.
 */

const KATAKANA = /[\u30a1-\u30f6]/g;
/** From a katakana to the hiragana of the same sound. */
const TO_HIRAGANA = 0x60;

/** ぁぃぅぇぉ っ ゃゅょ ゎ ゕゖ, and the kana of which each is the small form. */
const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';

/** The fifty sounds by the vowel they end in. */
const ROWS: readonly (readonly [vowel: string, kana: string])[] = [
  ['あ', 'あかさたなはまやらわ'],
  ['い', 'いきしちにひみりゐ'],
  ['う', 'うくすつぬふむゆる'],
  ['え', 'えけせてねへめれゑ'],
  ['お', 'おこそとのほもよろを'],
];
const VOWELS: ReadonlyMap<string, string> = new Map(ROWS.flatMap(([vowel, kana]) => Array.from(kana, (one) => [one, vowel] as const)));

/** Marks on Latin, Greek and Cyrillic letters. Those of kana stay: か and が are two sounds. */
const ACCENTS = /[\u0300-\u036f]/g;
/** Everything between the letters: spaces, dots, hyphens, quotes, control characters. */
const BETWEEN = /[\s\p{P}\p{S}\p{C}]+/gu;
const VOICED = /[\u3099\u309a]/g;
/** The most characters that something is sorted by: an index takes no more than 2,700 bytes. */
const SORTED_BY = 300;

/**
 * A name as it is searched for: two writings of one name give the same text, and a part of a name gives a part of it. Long vowel marks
 * are left out, small kana are large, and nothing stands between the letters. Folding again changes nothing.
 */
export function foldName(text: string): string {
  return composed(repeated(letters(text).replace(BETWEEN, '').replaceAll('ー', '')));
}

/** The parts of what somebody typed to search by, folded: every one of them has to be found. */
export function searchTerms(text: string): string[] {
  return text.split(/\s+/u).map(foldName).filter((term) => term !== '');
}

/** What somebody typed, as a question to texts: is every part of it somewhere in one of them? Where nothing was typed, it always is. */
export function finder(search: string): (texts: readonly string[]) => boolean {
  const terms = searchTerms(search);
  return (texts) => {
    const folded = texts.map(foldName);
    return terms.every((term) => folded.some((text) => text.includes(term)));
  };
}

/**
 * What names are sorted by, in the order of code points: first those that begin with kana, in the order of the fifty sounds; then those
 * in other letters. A family name that ends comes before one that goes on. Names that sound alike are told apart by voicing, then by
 * how they are written.
 * @param reading how it is read; empty: as the name is written
 */
export function sortKeyOf({ name, reading }: { readonly name: string; readonly reading: string }): string {
  const said = lengthened(repeated(letters(reading.trim() === '' ? name : reading).replace(BETWEEN, ' ').trim()));
  const sound = said.replace(VOICED, '');
  const group = /^[\u3041-\u309f]/.test(sound) ? '1' : '2';
  return Array.from(`${group}${composed(sound)}\t${composed(said)}\t${foldName(name)}`).slice(0, SORTED_BY).join('');
}

/** Plain letters: one width, small, hiragana for katakana, large kana for small ones, voicing marks apart from their kana. */
function letters(text: string): string {
  const plain = text.replaceAll('゛', '\u3099').replaceAll('゜', '\u309a').normalize('NFKC').toLowerCase().normalize('NFKD').replace(ACCENTS, '');
  const hiragana = plain.replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - TO_HIRAGANA));
  return hiragana.replaceAll('ヽ', 'ゝ').replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, (kana) => LARGE.charAt(SMALL.indexOf(kana)));
}

/** The mark ゝ says the kana before it once more; it has a voicing mark of its own. */
function repeated(text: string): string {
  return text.replace(/([\u3041-\u3096][\u3099\u309a]?)((?:ゝ\u3099?)+)/g, (_, kana: string, marks: string) => kana + marks.replaceAll('ゝ', kana.charAt(0)));
}

/** A long vowel mark is the vowel of the kana before it; elsewhere it stands for nothing. */
function lengthened(text: string): string {
  const told = text.replace(/([\u3041-\u3096])([\u3099\u309a]?)(ー+)/g, (_, kana: string, voicing: string, marks: string) => {
    return kana + voicing + (VOWELS.get(kana) ?? '').repeat(marks.length);
  });
  return told.replaceAll('ー', '');
}

function composed(text: string): string {
  return text.normalize('NFC');
}
