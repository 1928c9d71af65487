/** Selecting callbacks, in Japanese. */
export const jaSelection = {
  selection: {
    count_one: '{{count, number}}件を選択中',
    count_other: '{{count, number}}件を選択中',
    whole_one: '検索結果の{{count, number}}件を選択',
    whole_other: '検索結果の{{count, number}}件をすべて選択',
    clear: '選択解除',
    row: '{{name}} 様を選択',
    shown: '表示中をすべて選択',
  },
} as const;
