import type { Language } from '../../domain/glossary/index.ts';

/** What the sheet of conditions says besides the headings of the list. */
interface ConditionWords {
  readonly sheet: string;
  readonly headings: readonly [string, string];
  readonly by: string;
  readonly at: string;
  readonly time: string;
  readonly times: Readonly<Record<'requested' | 'due' | 'ended', string>>;
  readonly from: string;
  readonly to: string;
  readonly team: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly order: string;
  readonly orders: Readonly<Record<'asc' | 'desc', string>>;
  readonly selected: string;
  readonly none: string;
  readonly any: string;
  readonly own: string;
  readonly ownOnly: string;
  readonly rows: string;
  /** In place of a customer's number, where none may be kept. */
  readonly numberNotKept: string;
}

/** By language. */
export const CONDITION_WORDS: Readonly<Record<Language, ConditionWords>> = {
  en: {
    sheet: 'Conditions',
    headings: ['Condition', 'Value'],
    by: 'Downloaded by',
    at: 'Downloaded at',
    time: 'Period of',
    times: { requested: 'Requested', due: 'Due', ended: 'Completed' },
    from: 'From',
    to: 'Until (not included)',
    team: 'Team',
    atLeast: 'Attempts at least',
    atMost: 'Attempts at most',
    order: 'Order',
    orders: { asc: 'ascending', desc: 'descending' },
    selected: 'Callbacks selected',
    none: 'Nobody',
    any: 'Somebody',
    own: 'Extent',
    ownOnly: 'Only callbacks distributed to or handled by this agent',
    rows: 'Rows',
    numberNotKept: 'searched for; it is not kept here',
  },
  ja: {
    sheet: '検索条件',
    headings: ['項目', '内容'],
    by: '出力者',
    at: '出力日時',
    time: '期間の基準',
    times: { requested: '受付日時', due: '発信予定日時', ended: '完了日時' },
    from: '開始',
    to: '終了（この時刻を含まない）',
    team: 'チーム',
    atLeast: '発信回数（以上）',
    atMost: '発信回数（以下）',
    order: '並び順',
    orders: { asc: '昇順', desc: '降順' },
    selected: '選択したコールバック数',
    none: 'なし',
    any: 'あり',
    own: '対象範囲',
    ownOnly: '担当または対応したコールバックのみ',
    rows: '件数',
    numberNotKept: '検索あり（番号は記録しません）',
  },
  ko: {
    sheet: '검색 조건',
    headings: ['항목', '내용'],
    by: '출력자',
    at: '출력 일시',
    time: '기간 기준',
    times: { requested: '접수 일시', due: '발신 예정 일시', ended: '완료 일시' },
    from: '시작',
    to: '종료(이 시각 미포함)',
    team: '팀',
    atLeast: '발신 횟수(이상)',
    atMost: '발신 횟수(이하)',
    order: '정렬',
    orders: { asc: '오름차순', desc: '내림차순' },
    selected: '선택한 콜백 수',
    none: '없음',
    any: '있음',
    own: '대상 범위',
    ownOnly: '담당했거나 응대한 콜백만',
    rows: '건수',
    numberNotKept: '검색함(번호는 기록하지 않음)',
  },
};
