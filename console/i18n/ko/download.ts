import type { Catalogue } from '../catalogue.ts';
import type { enDownload } from '../en/download.ts';

/** 엑셀 다운로드와 그 이력. */
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
  downloads: {
    hint: '누가 어떤 데이터를 내려받았는지의 기록입니다. 검색한 전화번호는 기록하지 않습니다.',
    none: '아직 다운로드 기록이 없습니다.',
    noneHint: 'Excel이나 CSV를 내려받으면 여기에 기록됩니다.',
    when: '출력 일시',
    who: '출력자',
    what: '출력 내용',
    conditions: '검색 조건',
    rows: '건수',
    of: { list: '콜백 리스트(검색)', selection: '콜백 리스트(선택)', status: '처리 현황', agents: '상담원(CSV)' },
    state: { under_way: '미완료', broken_off: '중단' },
    shown_one: '{{count, number}}건 표시',
    shown_other: '{{count, number}}건 표시',
  },
};
