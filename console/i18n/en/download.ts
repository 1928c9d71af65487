/** The download of a workbook. */
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
} as const;
