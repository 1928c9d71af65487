import { koGlossary } from '../../../domain/glossary/ko.ts';
import type { Catalogue } from '../catalogue.ts';
import type { enWords } from '../en/words.ts';

/** 용어집과 모든 화면에 공통인 말(이석 사유, 접수 내용, 시간, 오류). */
export const koWords: Pick<Catalogue, keyof typeof enWords> = {
  ...koGlossary,
  presence: { label: '상담원 상태: {{state}}', ...koGlossary.presence },
  reason: {
    label: '이석 사유',
    none: '사유 없음',
    break: '휴식',
    meal: '식사',
    meeting: '회의',
    training: '교육',
    paperwork: '서류 업무',
    missed_offer: '알림 시간 초과',
    no_answer: '전화 미응답',
  },
  collected: {
    reason: '문의 내용',
    calledNumber: '고객이 건 번호',
    language: '선택한 언어',
    callerIdMatches: '이 번호로 전화함',
    yes: '예',
    no: '아니요',
  },
  span: {
    minutes_one: '{{count}}분',
    minutes_other: '{{count}}분',
    hours_one: '{{count}}시간',
    hours_other: '{{count}}시간',
    days_one: '{{count}}일',
    days_other: '{{count}}일',
  },
  problem: {
    unreachable: '서버에 연결할 수 없습니다. 입력한 내용은 그대로 있으니 다시 시도해 주세요.',
    unreadable: '서버의 응답을 읽을 수 없습니다.',
    wrong_state: '콜백의 현재 상태에서는 할 수 없습니다.',
    not_your_callback: '다른 담당자가 처리하고 있습니다.',
    offer_over: '이미 끝난 알림입니다.',
    disposition_required: '처리 코드가 필요합니다.',
    bad_time: '그 시간에는 발신할 수 없습니다.',
    callback_over: '이미 종료된 콜백입니다.',
    busy: '처리 요청이 몰려 있습니다. 다시 시도해 주세요.',
    agent_busy: '응대 중인 콜백이 있습니다.',
    callback_busy: '다른 상담원이 응대하고 있습니다.',
    no_telephone: '호출할 전화가 등록되어 있지 않습니다. 관리자에게 등록을 요청해 주세요.',
    outside_hours: '경로의 운영 시간이 아니어서 지금은 발신할 수 없습니다.',
    route_closed: '이 경로는 새 접수를 중지했습니다.',
    not_your_offer: '다른 상담원에게 전달된 콜백 알림입니다.',
    may_not_phone: '전화 권한이 있는 상담원만 할 수 있습니다.',
    administrators_only: '관리자만 할 수 있습니다.',
    idempotency_key_reused: '같은 식별 키로 다른 내용의 요청이 이미 전송되었습니다.',
    being_called: '발신 중이거나 응대 중입니다. 통화와 후처리가 끝난 뒤 다시 시도해 주세요.',
  },
};
