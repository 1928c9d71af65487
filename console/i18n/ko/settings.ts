/** Settings in Korean: the navigation, and route management. */
export const koSettings = {
  settings: {
    label: '설정',
    places: { routes: 'IVR 경로', agents: '상담원', teams: '팀', reasons: '이석 사유', responses: '상용구', downloads: '다운로드 이력' },
    routes: {
      none: '아직 IVR 경로가 없습니다.',
      name: '이름',
      numbers: '착신 번호',
      takes: '신규 접수',
      open: '접수 중',
      closed: '접수 중지',
    },
  },
} as const;
