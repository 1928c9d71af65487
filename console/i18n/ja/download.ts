import type { Catalogue } from '../catalogue.ts';
import type { enDownload } from '../en/download.ts';

/** Excelのダウンロードと、その履歴。 */
export const jaDownload: Pick<Catalogue, keyof typeof enDownload> = {
  download: {
    excel: 'Excel出力',
    begins: '作成中…',
    rows: '{{total, number}}件中{{rows, number}}件',
    progress: 'ダウンロードの進捗',
    cancel: 'ダウンロードを中止',
    cancelled: 'ダウンロードを中止しました',
    done: 'ダウンロードしました',
  },
  downloads: {
    hint: 'だれがどのデータを出力したかの記録です。検索した電話番号は記録しません。',
    none: 'ダウンロードの記録はまだありません。',
    noneHint: 'ExcelやCSVを出力すると、ここに記録されます。',
    when: '出力日時',
    who: '出力者',
    what: '出力内容',
    conditions: '検索条件',
    rows: '件数',
    of: { list: 'コールバックリスト（検索結果）', selection: 'コールバックリスト（選択分）', status: '処理状況', agents: 'オペレーター（CSV）' },
    state: { under_way: '未完了', broken_off: '中断' },
    shown_one: '{{count, number}}件を表示',
    shown_other: '{{count, number}}件を表示',
  },
};
