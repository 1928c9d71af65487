import * as z from 'zod';
import { MOST_ITEMS } from '../../domain/plan.ts';
import { searchShape } from './callbacks.ts';
import { callbackId, reportLanguage } from './common.ts';

const progress = z.uuid().optional().meta({ description: 'An id of your choice, under which `/v1/downloads/{id}` tells the progress' });

export const downloadQuery = z.strictObject({ ...searchShape, lang: reportLanguage, progress });

const { by, sort, order } = searchShape;

export const selectionToDownload = z
  .strictObject({ ids: z.array(callbackId).min(1).max(MOST_ITEMS), by, sort, order, lang: reportLanguage, progress })
  .meta({ id: 'SelectionToDownload' });

export const downloadParams = z.object({ id: z.uuid() });

export const downloadProgress = z
  .object({ rows: z.int(), total: z.int().nullable().meta({ description: 'Null while they are being counted' }) })
  .meta({ id: 'DownloadProgress' });
