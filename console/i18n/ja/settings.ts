/** Settings in Japanese: the navigation, and route management. */
export const jaSettings = {
  settings: {
    label: '設定',
    places: { routes: 'IVR経路', agents: 'オペレーター', teams: 'チーム', reasons: '離席理由', responses: '定型文', downloads: 'ダウンロード履歴' },
    routes: {
      none: 'IVR経路がまだありません。',
      name: '名称',
      numbers: '着信番号',
      takes: '新規受付',
      open: '受付中',
      closed: '受付停止',
    },
  },
} as const;
