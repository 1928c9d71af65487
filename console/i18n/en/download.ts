/** The download of a workbook, and what was downloaded. */
export const enDownload = {
  download: {
    excel: 'Excel',
    begins: 'Being made…',
    rows: '{{rows, number}} of {{total, number}} rows',
    progress: 'Progress of the download',
    cancel: 'Cancel the download',
    cancelled: 'Download cancelled',
    done: 'Downloaded',
  },
  downloads: {
    hint: 'Who took which data out of Ringback. A number that was searched for is not kept.',
    none: 'Nothing has been downloaded yet.',
    noneHint: 'Every Excel and CSV file that somebody downloads stands here from then on.',
    when: 'When',
    who: 'Who',
    what: 'What',
    conditions: 'Search conditions',
    rows: 'Rows',
    of: { list: 'Callbacks (search)', selection: 'Callbacks (selection)', status: 'Processing status', agents: 'Agents (CSV)' },
    state: { under_way: 'Not finished', broken_off: 'Broken off' },
    shown_one: '{{count, number}} download shown',
    shown_other: '{{count, number}} downloads shown',
  },
} as const;
