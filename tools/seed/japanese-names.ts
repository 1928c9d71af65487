import type { Dice } from './dice.ts';

/*
 * Japanese names and how they are read: kanji do not say it.
 */

/** A part of a name as it is written, and its フリガナ. */
type Read = readonly [written: string, reading: string];

/** The commonest family names, the commonest first. */
const FAMILIES: readonly Read[] = pairs(
  '佐藤 サトウ 鈴木 スズキ 高橋 タカハシ 田中 タナカ 伊藤 イトウ 渡辺 ワタナベ 山本 ヤマモト 中村 ナカムラ 小林 コバヤシ 加藤 カトウ ' +
    '吉田 ヨシダ 山田 ヤマダ 佐々木 ササキ 山口 ヤマグチ 松本 マツモト 井上 イノウエ 木村 キムラ 林 ハヤシ 斎藤 サイトウ 清水 シミズ ' +
    '山崎 ヤマザキ 森 モリ 池田 イケダ 橋本 ハシモト 阿部 アベ 石川 イシカワ 山下 ヤマシタ 中島 ナカジマ 石井 イシイ 小川 オガワ ' +
    '前田 マエダ 岡田 オカダ 長谷川 ハセガワ 藤田 フジタ 後藤 ゴトウ 近藤 コンドウ 村上 ムラカミ 遠藤 エンドウ 青木 アオキ 坂本 サカモト ' +
    '斉藤 サイトウ 福田 フクダ 太田 オオタ 西村 ニシムラ 藤井 フジイ 金子 カネコ 岡本 オカモト 藤原 フジワラ 三浦 ミウラ 中野 ナカノ ' +
    '中川 ナカガワ 原田 ハラダ 松田 マツダ 竹内 タケウチ 小野 オノ 田村 タムラ 中山 ナカヤマ 和田 ワダ 石田 イシダ 森田 モリタ ' +
    '上田 ウエダ 原 ハラ 内田 ウチダ 柴田 シバタ 酒井 サカイ 宮崎 ミヤザキ 横山 ヨコヤマ 高木 タカギ 安藤 アンドウ 宮本 ミヤモト ' +
    '大野 オオノ 小島 コジマ 工藤 クドウ 谷口 タニグチ 今井 イマイ 高田 タカダ 丸山 マルヤマ 増田 マスダ 杉山 スギヤマ 村田 ムラタ ' +
    '大塚 オオツカ 新井 アライ 小山 コヤマ 平野 ヒラノ 藤本 フジモト 河野 コウノ 上野 ウエノ 野口 ノグチ 武田 タケダ 松井 マツイ',
);

const GIVEN: readonly Read[] = pairs(
  '葵 アオイ 陽菜 ヒナ 結衣 ユイ 美咲 ミサキ さくら サクラ 七海 ナナミ 彩花 アヤカ 優花 ユウカ 莉子 リコ 美優 ミユ 芽依 メイ 咲良 サラ ' +
    '由美子 ユミコ 恵子 ケイコ 洋子 ヨウコ 和子 カズコ 幸子 サチコ 京子 キョウコ 直美 ナオミ 智子 トモコ 真由美 マユミ 久美子 クミコ 裕子 ユウコ ' +
    '香織 カオリ 麻衣 マイ 愛 アイ めぐみ メグミ 舞 マイ 千尋 チヒロ 遥 ハルカ 茜 アカネ 瞳 ヒトミ 楓 カエデ 純子 ジュンコ 典子 ノリコ 明美 アケミ ' +
    '蓮 レン 翔太 ショウタ 大翔 ヒロト 健太 ケンタ 拓也 タクヤ 大輔 ダイスケ 直樹 ナオキ 達也 タツヤ 翔 ショウ 颯太 ソウタ 湊 ミナト 陽翔 ハルト ' +
    '健一 ケンイチ 誠 マコト 浩 ヒロシ 隆 タカシ 茂 シゲル 進 ススム 豊 ユタカ 学 マナブ 和也 カズヤ 哲也 テツヤ 雄太 ユウタ 亮 リョウ 涼太 リョウタ ' +
    '秀樹 ヒデキ 博之 ヒロユキ 浩二 コウジ 修 オサム 聡 サトシ 健 ケン 悠斗 ユウト 樹 イツキ 海斗 カイト 大地 ダイチ 康平 コウヘイ 正雄 マサオ 清 キヨシ',
);

const READINGS = new Map([...FAMILIES, ...GIVEN]);

/** A name, the family first; common families are met often. */
export function japaneseName(dice: Dice): string {
  const [family] = FAMILIES[Math.floor(FAMILIES.length * dice.next() ** 2)] ?? [''];
  return `${family} ${dice.pick(GIVEN)[0]}`;
}

/** The フリガナ of such a name; empty for any other. */
export function readingOf(name: string): string {
  const parts = name.split(' ').map((part) => READINGS.get(part));
  return parts.every((part) => part !== undefined) ? parts.join(' ') : '';
}

function pairs(text: string): Read[] {
  const words = text.split(' ');
  return words.flatMap((written, index) => (index % 2 === 0 ? [[written, words[index + 1] ?? ''] as const] : []));
}
