import { downloadPage, downloadsQuery } from '../schemas/audit.ts';
import { downloadParams, downloadProgress, downloadQuery, selectionToDownload } from '../schemas/downloads.ts';
import { operation } from './operation.ts';

const answers = {
  200: {
    description: 'A workbook; after 1,048,575 rows it goes on in another sheet, and its last sheet says what was asked for',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    headers: { 'Content-Disposition': 'attachment, with a file name' },
  },
} as const;

export const downloadCallbacks = operation({
  id: 'download_callbacks',
  tag: 'callbacks',
  method: 'get',
  path: '/v1/callbacks.xlsx',
  summary: 'The whole list as an Excel workbook',
  description: 'Broken off by whoever asked, it stops at once. The audit log keeps who downloaded what.',
  access: 'callbacks',
  query: downloadQuery,
  answers,
});

export const downloadSelected = operation({
  id: 'download_selected_callbacks',
  tag: 'callbacks',
  method: 'post',
  path: '/v1/callbacks.xlsx',
  summary: 'Selected callbacks as an Excel workbook',
  description: 'As the download of the whole list. What the caller may not see is left out.',
  access: 'callbacks',
  body: selectionToDownload,
  largestBody: '1mb',
  answers,
});

export const readDownload = operation({
  id: 'read_download',
  tag: 'callbacks',
  method: 'get',
  path: '/v1/downloads/{id}',
  summary: 'How far a download has come that the caller asked for with this id as `progress`',
  access: 'callbacks',
  params: downloadParams,
  answers: { 200: { description: 'Under way', schema: downloadProgress } },
  problems: { 404: 'It is over, or there is none' },
});

export const listDownloads = operation({
  id: 'list_downloads',
  tag: 'audit',
  method: 'get',
  path: '/v1/audit/downloads',
  summary: 'Who downloaded what, and what was searched for, in words, newest first',
  access: 'administrators',
  query: downloadsQuery,
  answers: { 200: { description: 'One page', schema: downloadPage } },
});
