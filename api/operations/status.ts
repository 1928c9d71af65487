import { offersAnswer, statusDownloadQuery, offersQuery, serviceAnswer, serviceQuery, statusAnswer, statusQuery } from '../schemas/status.ts';
import { wallboard, wallboardQuery } from '../schemas/wallboard.ts';
import { operation } from './operation.ts';

const ofStatus = { tag: 'status', method: 'get', access: 'administrators' } as const;

export const readStatus = operation({
  ...ofStatus,
  id: 'read_status',
  path: '/v1/status',
  summary: 'Processing status: distributed, completed, unprocessed and processing rate, by day or month',
  description: 'By the day the customer asked, in the centre’s zone. At most 800 days, or 120 months.',
  query: statusQuery,
  answers: { 200: { description: 'The figures', schema: statusAnswer } },
});

export const readService = operation({
  ...ofStatus,
  id: 'read_service_status',
  path: '/v1/status/service',
  summary: 'How well the calls went: attempts per completion, first-attempt success, wait, kept promises',
  query: serviceQuery,
  answers: { 200: { description: 'The figures', schema: serviceAnswer } },
});

export const readOffers = operation({
  ...ofStatus,
  id: 'read_offers_status',
  path: '/v1/status/offers',
  summary: 'Offers accepted, rejected, missed and withdrawn per agent, by when they were made',
  query: offersQuery,
  answers: { 200: { description: 'The figures', schema: offersAnswer } },
});

export const readWallboard = operation({
  ...ofStatus,
  id: 'read_wallboard',
  path: '/v1/wallboard',
  summary: 'How things stand now: what waits, is offered, is on call, is overdue, and the agents by presence',
  query: wallboardQuery,
  answers: { 200: { description: 'The figures of this moment', schema: wallboard } },
});

export const downloadStatus = operation({
  ...ofStatus,
  id: 'download_status',
  path: '/v1/status.xlsx',
  summary: 'The processing status as an Excel workbook',
  description: 'Its second sheet says who downloaded it when, what was asked for, and what the figures mean. The audit log keeps it.',
  query: statusDownloadQuery,
  answers: {
    200: {
      description: 'A workbook',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      headers: { 'Content-Disposition': 'attachment, with a file name' },
    },
  },
});
