/** Katakana in Latin letters, as people write themselves in addresses (Hepburn, long vowels as they are spelt). */
const SOUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no ' +
    'ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ' +
    'ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po'
  )
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' ')) ?? [],
);
const SMALL: Readonly<Record<string, string>> = { ャ: 'ya', ュ: 'yu', ョ: 'yo' };

/** Only what stands in `japanese-names.ts` is known. */
export function inLatin(katakana: string): string {
  let text = '';
  for (const kana of katakana) {
    const small = SMALL[kana];
    if (small === undefined) text += SOUNDS[kana] ?? kana;
    else text = text.slice(0, -1) + (/(sh|ch|j)i$/.test(text) ? small.slice(1) : small);
  }
  return text;
}
