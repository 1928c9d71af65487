import type { Catalogue } from '../catalogue.ts';
import type { enSupervision } from '../en/supervision.ts';

/** 관리자가 통화 중인 건에 하는 조작. */
export const koSupervision: Pick<Catalogue, keyof typeof enSupervision> = {
  supervision: {
    title: '통화 중 목록',
    nothing: '통화 중인 상담원이 없습니다.',
    agent: '상담원',
    customer: '고객',
    route: 'IVR 경로',
    standing: '상태',
    since: '통화 시간',
    supervisors: '관리자',
    actions: '조작',
    actionsOn: '{{name}} 님의 통화에 참여',
    listen: '모니터링',
    coach: '코칭',
    barge: '끼어들기',
    take_over: '통화 넘겨받기',
    leave: '나가기',
    helpWanted: '지원 요청',
    asksForHelp: '{{agent}} 님이 지원을 요청합니다: {{name}} ({{route}})',
    withGuest: '{{guest}} 님과 통화',
    onHold: '보류 중',
    talking: '통화 중',
    hint: {
      listen: '양쪽의 소리를 듣습니다. 내 목소리는 들리지 않습니다',
      coach: '상담원에게만 들립니다',
      barge: '모두에게 들립니다',
      take_over: '통화를 넘겨받고 상담원은 나갑니다',
    },
  },
};
