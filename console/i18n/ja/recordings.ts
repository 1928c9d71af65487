import type { Catalogue } from '../catalogue.ts';
import type { enRecordings } from '../en/recordings.ts';

/** 通話録音。 */
export const jaRecordings: Pick<Catalogue, keyof typeof enRecordings> = {
  recordings: {
    title: '通話録音',
    listen: '{{at}}の通話録音を再生',
    recording: '録音中',
    paused: '録音一時停止中',
    processing: '再生の準備中',
    absent: '再生できる音声はありません',
    refused: 'この録音は現在再生できません。',
  },
};
