/** Presence, reminders, after-call work and web callbacks in Korean. */
export const koPresence = {
  nextWish: { title: '이 콜백 처리 완료 후', nowAndNext: '{{now}} → {{next}}' },
  reminder: {
    label: '알림: {{name}} 님 콜백',
    in_one: '{{count}}분 후:',
    in_other: '{{count}}분 후:',
    now: '예정 시각:',
    dismiss: '{{name}} 님 알림 닫기',
  },
  wrapUp: {
    complete: '후처리 완료',
    title: '상담원 대신 후처리 완료',
    hint: '{{agent}} 님이 아직 처리 완료하지 않았습니다. 입력 중인 내용은 상담원의 메모로 남습니다.',
    timedOut: '처리 코드를 선택하지 않은 채 후처리 제한 시간이 끝남',
    lacking: '시간 내 미선택',
  },
  web: {
    title: '웹 콜백',
    name: '이름',
    reachable: '연락 가능한 시간',
    anyTime: '지정 없음',
    nature: '문의 내용',
  },
} as const;
