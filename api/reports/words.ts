import type { Glossary } from '../../domain/glossary/glossary.ts';
import type { Language } from '../../domain/glossary/index.ts';
import { GLOSSARIES } from '../../domain/glossary/index.ts';

/** The columns of the list's download, in order. */
export const COLUMNS = [
  'route',
  'status',
  'number',
  'name',
  'contact',
  'kind',
  'origin',
  'channel',
  'requestedAt',
  'desiredAt',
  'dueAt',
  'windowEndsAt',
  'timeZone',
  'assignee',
  'distributor',
  'attemptsPlaced',
  'lastOutcome',
  'disposition',
  'endedAt',
  'lastNote',
  'id',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** What a download of callbacks says besides the words of the glossary, in one language. */
interface ListWords {
  readonly sheet: string;
  readonly headings: Readonly<Record<ColumnName, string>>;
}

/** All that a download says, in one language. */
export type ReportWords = ListWords & Pick<Glossary, 'status' | 'distributor' | 'kind' | 'origin' | 'channel' | 'outcome'>;

const en: ListWords = {
  sheet: 'Callbacks',
  headings: {
    route: 'Route',
    status: 'Status',
    number: 'Number',
    name: 'Name',
    contact: 'Contact',
    kind: 'Kind',
    origin: 'Origin',
    channel: 'Channel',
    requestedAt: 'Requested',
    desiredAt: 'Desired time',
    dueAt: 'Due',
    windowEndsAt: 'Window ends',
    timeZone: "Customer's time zone",
    assignee: 'Assignee',
    distributor: 'Distributor',
    attemptsPlaced: 'Attempts',
    lastOutcome: 'Last outcome',
    disposition: 'Disposition',
    endedAt: 'Ended',
    lastNote: 'Last note',
    id: 'Id',
  },
};

const ja: ListWords = {
  sheet: 'コールバックリスト',
  headings: {
    route: 'IVR経路',
    status: 'ステータス',
    number: '電話番号',
    name: '氏名',
    contact: '連絡先',
    kind: '種別',
    origin: '受付経路',
    channel: 'チャネル',
    requestedAt: '受付日時',
    desiredAt: '希望時間',
    dueAt: '発信予定日時',
    windowEndsAt: '対応期限',
    timeZone: 'お客様のタイムゾーン',
    assignee: '担当者',
    distributor: '分配者',
    attemptsPlaced: '発信回数',
    lastOutcome: '発信結果',
    disposition: '処理コード',
    endedAt: '終了日時',
    lastNote: '最新のメモ',
    id: 'ID',
  },
};

const ko: ListWords = {
  sheet: '콜백 리스트',
  headings: {
    route: 'IVR 경로',
    status: '상태',
    number: '전화번호',
    name: '고객명',
    contact: '연락처',
    kind: '콜백 유형',
    origin: '접수 경로',
    channel: '채널',
    requestedAt: '접수 일시',
    desiredAt: '희망 시간',
    dueAt: '발신 예정 일시',
    windowEndsAt: '처리 기한',
    timeZone: '고객 시간대',
    assignee: '담당자',
    distributor: '분배자',
    attemptsPlaced: '발신 횟수',
    lastOutcome: '발신 결과',
    disposition: '처리 코드',
    endedAt: '종료 일시',
    lastNote: '최근 메모',
    id: 'ID',
  },
};

/** What a download says, by language. */
export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  en: { ...GLOSSARIES.en, ...en },
  ja: { ...GLOSSARIES.ja, ...ja },
  ko: { ...GLOSSARIES.ko, ...ko },
};
