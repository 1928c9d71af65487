/** Presence, reminders, after-call work and web callbacks in Japanese. */
export const jaPresence = {
  nextWish: { title: 'このコールバックの処理完了後', nowAndNext: '{{now}} → {{next}}' },
  reminder: {
    label: 'リマインダー：{{name}} 様のコールバック',
    in_one: '{{count}}分後：',
    in_other: '{{count}}分後：',
    now: '予定時刻：',
    dismiss: '{{name}} 様のリマインダーを閉じる',
  },
  wrapUp: {
    complete: '後処理を完了',
    title: '担当者に代わって後処理を完了',
    hint: '{{agent}} さんはまだ処理完了していません。入力中のメモは担当者のメモとして残ります。',
    timedOut: '処理コード未選択のまま後処理の制限時間が終了',
    lacking: '時間内に未選択',
  },
  web: {
    title: 'Webコールバック',
    name: '氏名',
    reachable: '連絡可能な時間',
    anyTime: '指定なし',
    nature: 'ご用件',
  },
} as const;
