/** Presence, reminders, after-call work and web callbacks in English. */
export const enPresence = {
  nextWish: { title: 'When this callback is done', nowAndNext: '{{now}} → {{next}}' },
  reminder: {
    label: 'Reminder: callback of {{name}}',
    in_one: 'In {{count}} min:',
    in_other: 'In {{count}} min:',
    now: 'Now:',
    dismiss: 'Put away the reminder of {{name}}',
  },
  wrapUp: {
    complete: 'Complete wrap-up',
    title: 'Complete the wrap-up for its agent',
    hint: '{{agent}} has not marked it done. What they have typed is kept as their note.',
    timedOut: 'The time after the call was over, and no disposition had been chosen',
    lacking: 'None in time',
  },
  web: {
    title: 'Web callback',
    name: 'Name',
    reachable: 'Can be reached',
    anyTime: 'No particular time',
    nature: 'What it is about',
  },
} as const;
