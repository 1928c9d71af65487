/** Selecting callbacks, in Korean. */
export const koSelection = {
  selection: {
    count_one: '{{count, number}}건 선택됨',
    count_other: '{{count, number}}건 선택됨',
    whole_one: '검색 결과 {{count, number}}건 선택',
    whole_other: '검색 결과 {{count, number}}건 모두 선택',
    clear: '선택 해제',
    row: '{{name}} 님 선택',
    shown: '표시된 항목 모두 선택',
  },
} as const;
