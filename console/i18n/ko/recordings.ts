import type { Catalogue } from '../catalogue.ts';
import type { enRecordings } from '../en/recordings.ts';

/** 통화 녹음. */
export const koRecordings: Pick<Catalogue, keyof typeof enRecordings> = {
  recordings: {
    title: '통화 녹음',
    listen: '{{at}} 통화 녹음 재생',
    recording: '녹음 중',
    paused: '녹음 일시 중지됨',
    processing: '재생 준비 중',
    absent: '재생할 음성이 없습니다',
    refused: '이 녹음은 지금 재생할 수 없습니다.',
  },
};
