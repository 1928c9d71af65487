import type { Catalogue } from '../catalogue.ts';
import type { enWallboard } from '../en/wallboard.ts';

/** ウォールボード。 */
export const jaWallboard: Pick<Catalogue, keyof typeof enWallboard> = {
  wallboard: {
    label: 'ウォールボード',
    title: 'ウォールボード',
    now: '現在の状況',
    waiting: '対応待ち',
    offered: '通知中',
    onCall: '通話中',
    overdue: '時間超過',
    oldest: '最長待ち時間',
    days: '{{days}}日{{hours}}時間',
    dueNextHour: '1時間以内の予定',
    agents: 'オペレーターの在席状況',
    full: '全画面表示',
    leaveFull: '全画面を終了',
    list: '待機中のコールバック',
    show: '一覧の内容',
    shows: { waiting: '待機中', soon: '1時間以内の予定', after_call: '後処理中' },
    nothing: { waiting: '待機中のコールバックはありません。', soon: '1時間以内の予定はありません。', after_call: '後処理中のコールバックはありません。' },
    more: '先頭の{{count}}件を表示しています。すべてはコールバックリストにあります。',
    agent: 'オペレーター',
    actionsOn: '{{name}}のコールバックの操作',
    release: '即時発信',
    move: '移動',
    moveTitle: 'オペレーターへ移動',
    choose: 'オペレーターを選択',
    noAgent: 'この経路を担当する他のオペレーターがいません',
  },
};
