import type { Catalogue } from '../catalogue.ts';
import type { enWallboard } from '../en/wallboard.ts';

/** 현황판. */
export const koWallboard: Pick<Catalogue, keyof typeof enWallboard> = {
  wallboard: {
    label: '현황판',
    title: '현황판',
    now: '현재 상황',
    waiting: '처리 대기',
    offered: '알림 중',
    onCall: '통화 중',
    overdue: '시간 초과',
    oldest: '최장 대기 시간',
    days: '{{days}}일 {{hours}}시간',
    dueNextHour: '1시간 내 예정',
    agents: '상담원 상태',
    full: '전체 화면',
    leaveFull: '전체 화면 종료',
    list: '대기 중인 콜백',
    show: '목록 내용',
    shows: { waiting: '대기 중', soon: '1시간 내 예정', after_call: '후처리 중' },
    nothing: { waiting: '대기 중인 콜백이 없습니다.', soon: '1시간 내 예정된 콜백이 없습니다.', after_call: '후처리 중인 콜백이 없습니다.' },
    more: '처음 {{count}}건을 표시합니다. 전체는 콜백 목록에 있습니다.',
    agent: '상담원',
    actionsOn: '{{name}} 콜백 작업',
    release: '지금 발신',
    move: '이동',
    moveTitle: '상담원에게 이동',
    choose: '상담원 선택',
    noAgent: '이 경로를 담당하는 다른 상담원이 없습니다',
  },
};
