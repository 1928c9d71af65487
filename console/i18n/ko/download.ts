import type { Catalogue } from '../catalogue.ts';
import type { enDownload } from '../en/download.ts';

/** 엑셀 다운로드. */
export const koDownload: Pick<Catalogue, keyof typeof enDownload> = {
  download: {
    excel: 'Excel 출력',
    begins: '작성 중…',
    rows: '{{total, number}}건 중 {{rows, number}}건',
    progress: '다운로드 진행률',
    cancel: '다운로드 중지',
    cancelled: '다운로드를 중지했습니다',
    done: '다운로드했습니다',
  },
};
