import * as z from 'zod';
import { MOST_ITEMS } from '../../domain/plan.ts';
import { searchShape } from './callbacks.ts';
import { callbackId, reportLanguage } from './common.ts';

/** What every download takes besides what it is of. */
export const downloadShape = {
  lang: reportLanguage,
  progress: z.uuid().optional().meta({ description: 'An id of your choice, under which `/v1/downloads/{id}` tells the progress' }),
};

export const downloadQuery = z.strictObject({ ...searchShape, ...downloadShape });

const { by, sort, order } = searchShape;

export const selectionToDownload = z
  .strictObject({ ids: z.array(callbackId).min(1).max(MOST_ITEMS), by, sort, order, ...downloadShape })
  .meta({ id: 'SelectionToDownload' });

export const downloadParams = z.object({ id: z.uuid() });

export const downloadProgress = z
  .object({ rows: z.int(), total: z.int().nullable().meta({ description: 'Null while they are being counted' }) })
  .meta({ id: 'DownloadProgress' });
