import type { Express } from 'express';
import type { DownloadEntry } from '../../../console/api/types.ts';
import { AOKI, MORI, minutesFromNow } from './people.ts';

/** What the API would know of who downloaded what, the newest first. */
export interface KnownDownloads {
  downloads: DownloadEntry[];
}

const search = [{ name: 'Period of', value: 'Requested' }, { name: 'From', value: '2026-11-21 00:00 (Asia/Tokyo)' }, { name: 'Route', value: 'Billing' }, { name: 'Order', value: 'Requested (descending)' }];

export const downloadsKnown = (): KnownDownloads => ({
  downloads: [
    { id: 9, at: minutesFromNow(-3), actor: { type: 'user', ...AOKI }, what: 'list', conditions: search, rows: 12_345, state: 'complete' },
    { id: 7, at: minutesFromNow(-60), actor: { type: 'user', ...MORI }, what: 'selection', conditions: [{ name: 'Callbacks selected', value: '2' }], rows: 1, state: 'broken_off' },
    { id: 2, at: minutesFromNow(-90), actor: { type: 'machine', id: 'crm', name: null }, what: 'agents', conditions: [], rows: 40, state: 'complete' },
  ],
});

const PAGE = 50;

/** Answers what Settings asks of downloads. */
export function serveDownloads(app: Express, known: KnownDownloads): void {
  app.get('/v1/audit/downloads', ({ query: { before = Infinity } }, response) => {
    const rest = known.downloads.filter(({ id }) => id < Number(before));
    const items = rest.slice(0, PAGE);
    response.json({ items, nextBefore: rest.length > PAGE ? items.at(-1)?.id : null });
  });
}
