import type { Catalogue } from '../catalogue.ts';
import type { enDownload } from '../en/download.ts';

/** Excelのダウンロード。 */
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
};
