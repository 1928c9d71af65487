import { jaGlossary } from '../../../domain/glossary/ja.ts';
import type { Catalogue } from '../catalogue.ts';
import type { enWords } from '../en/words.ts';

/** 用語集と、各画面に共通の語（離席理由、受付内容、時間、エラー）。 */
export const jaWords: Pick<Catalogue, keyof typeof enWords> = {
  ...jaGlossary,
  presence: { label: '在席状況：{{state}}', ...jaGlossary.presence },
  reason: {
    label: '離席理由',
    none: '理由なし',
    break: '休憩',
    meal: '食事',
    meeting: '会議',
    training: '研修',
    paperwork: '事務処理',
    missed_offer: '通知の時間切れ',
    no_answer: '電話に応答なし',
  },
  collected: {
    reason: 'ご用件',
    calledNumber: 'お客様がかけた番号',
    language: '選択した言語',
    callerIdMatches: 'この番号から着信',
    yes: 'はい',
    no: 'いいえ',
  },
  span: {
    minutes_one: '{{count}}分',
    minutes_other: '{{count}}分',
    hours_one: '{{count}}時間',
    hours_other: '{{count}}時間',
    days_one: '{{count}}日',
    days_other: '{{count}}日',
  },
  problem: {
    unreachable: 'サーバーに接続できません。入力内容は失われていません。再試行してください。',
    unreadable: 'サーバーの応答を読み取れませんでした。',
    wrong_state: 'コールバックの現在の状態では実行できません。',
    not_your_callback: '別の担当者が対応しています。',
    offer_over: 'この通知は終了しました。',
    disposition_required: '処理コードが必要です。',
    bad_time: 'その日時には発信できません。',
    callback_over: 'このコールバックは終了しています。',
    busy: '処理が集中しています。再試行してください。',
    agent_busy: '対応中のコールバックがあります。',
    callback_busy: '別の担当者が対応中です。',
    no_telephone: '呼び出す電話が登録されていません。管理者に登録を依頼してください。',
    outside_hours: '経路の営業時間外のため、今は発信できません。',
    route_closed: 'この経路は新しい受付を停止しています。',
    not_your_offer: 'このコールバックは別のオペレーターに通知されています。',
    may_not_phone: '電話対応の権限を持つオペレーターのみ実行できます。',
    administrators_only: '管理者のみ実行できます。',
    idempotency_key_reused: '同じ識別キーで別の内容の受付が送信済みです。',
    being_called: '発信中または対応中です。通話と後処理が終わってから実行してください。',
  },
};
