import type { Status } from '../../domain/status.ts';
import type { AttemptOutcome, Channel, Kind, Origin } from '../../domain/words.ts';

export type ReportLanguage = 'en' | 'ja';

/** The columns of the list's download, in order. */
export const COLUMNS = [
  'route',
  'status',
  'number',
  'name',
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

/** All that a download says, in one language. */
export interface ReportWords {
  readonly sheet: string;
  readonly automatic: string;
  readonly headings: Readonly<Record<ColumnName, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly kind: Readonly<Record<Kind, string>>;
  readonly origin: Readonly<Record<Origin, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly outcome: Readonly<Record<AttemptOutcome, string>>;
}

const en: ReportWords = {
  sheet: 'Callbacks',
  automatic: 'Automatic',
  headings: {
    route: 'Route',
    status: 'Status',
    number: 'Number',
    name: 'Name',
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
  status: {
    scheduled: 'Scheduled',
    queued: 'Queued',
    offered: 'Offered',
    preview: 'Preview',
    dialling: 'Dialling',
    connected: 'Connected',
    wrap_up: 'Wrap-up',
    withdrawn: 'Cancelled (distribution)',
    completed: 'Completed',
    cancelled: 'Cancelled',
    expired: 'Expired',
    failed: 'Failed',
  },
  kind: { asap: 'As soon as possible', delayed: 'Later', scheduled: 'At a time' },
  origin: { ivr: 'IVR', web: 'Web', api: 'API', agent: 'Agent', voicemail: 'Voicemail' },
  channel: { voice: 'Voice', web: 'Web' },
  outcome: {
    answered: 'Answered',
    busy: 'Busy',
    no_answer: 'No answer',
    machine: 'Machine',
    failed: 'Failed',
    blocked: 'Blocked',
    cancelled: 'Cancelled',
    unknown: 'Unknown',
  },
};

const ja: ReportWords = {
  sheet: 'コールバックリスト',
  automatic: '自動',
  headings: {
    route: 'IVR経路',
    status: '処理状況',
    number: '電話番号',
    name: '氏名',
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
    lastNote: '最新メモ',
    id: 'ID',
  },
  status: {
    scheduled: '発信予約',
    queued: '対応待ち',
    offered: '通知中',
    preview: '発信前確認',
    dialling: '発信中',
    connected: '通話中',
    wrap_up: '後処理中',
    withdrawn: 'キャンセル',
    completed: '完了',
    cancelled: '受付取消',
    expired: '期限切れ',
    failed: '不通終了',
  },
  kind: { asap: '至急', delayed: '後ほど', scheduled: '日時指定' },
  origin: { ivr: 'IVR', web: 'Web', api: 'API', agent: 'オペレーター', voicemail: '留守番電話' },
  channel: { voice: '音声', web: 'Web' },
  outcome: {
    answered: '応答',
    busy: '話中',
    no_answer: '応答なし',
    machine: '留守電',
    failed: '失敗',
    blocked: '発信拒否',
    cancelled: '取消',
    unknown: '不明',
  },
};

/** What a download says, by language. */
export const REPORT_WORDS: Readonly<Record<ReportLanguage, ReportWords>> = { en, ja };
