import type { Catalogue } from '../catalogue.ts';
import type { enSupervision } from '../en/supervision.ts';

/** 管理者が通話中の案件に対して行う操作。 */
export const jaSupervision: Pick<Catalogue, keyof typeof enSupervision> = {
  supervision: {
    title: '通話中の一覧',
    nothing: '通話中のオペレーターはいません。',
    agent: 'オペレーター',
    customer: 'お客様',
    route: 'IVR経路',
    standing: '状態',
    since: '通話時間',
    supervisors: '管理者',
    actions: '操作',
    actionsOn: '{{name}}さんの通話に参加',
    listen: 'モニタリング',
    coach: 'ささやき',
    barge: '割り込み',
    take_over: '通話引継ぎ',
    leave: '退出',
    helpWanted: '支援要請',
    asksForHelp: '{{agent}}さんが支援を求めています：{{name}}（{{route}}）',
    withGuest: '{{guest}}と通話',
    onHold: '保留中',
    talking: '通話中',
    hint: {
      listen: '双方の声を聞きます。こちらの声は聞こえません',
      coach: 'オペレーターだけに声が届きます',
      barge: '全員に声が届きます',
      take_over: '通話を引き継ぎ、オペレーターは退出します',
    },
  },
};
