import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Case, Recording } from '../api/types.ts';
import { formatClock } from '../formats/duration.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { Section } from '../parts/Section.tsx';
import { When } from '../parts/When.tsx';

/** What was kept of the callback's conversations, each to be played; nothing where none was kept. */
export function Recordings({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const { recordings } = callback;
  if (recordings.length === 0) return null;
  return (
    <Section title={t('recordings.title')}>
      <ol className="lines recordings">
        {recordings.toReversed().map((recording) => (
          <Line key={recording.sid} callbackId={callback.id} recording={{ ...recording, status: statusOf(recording, callback) }} />
        ))}
      </ol>
    </Section>
  );
}

/** Once a call is over nothing of it is recorded any more, whatever we have been told: what was kept of it is on its way. */
function statusOf({ status, attempt }: Recording, { call, attempt: current }: Case): Recording['status'] {
  const isOver = call === null || attempt !== current;
  return isOver && (status === 'recording' || status === 'paused') ? 'processing' : status;
}

function Line({ callbackId, recording }: { readonly callbackId: string; readonly recording: Recording }) {
  const { t } = useWords();
  const { startedAt, durationS, status } = recording;
  return (
    <li>
      <When at={startedAt} near />
      {durationS !== null && <span>{formatClock(durationS * 1000)}</span>}
      {status === 'completed' ? (
        <Player callbackId={callbackId} recording={recording} />
      ) : (
        <Text span size="sm" c="dimmed">
          {t(`recordings.${status}`)}
        </Text>
      )}
    </li>
  );
}

/** Nothing is fetched before somebody wants to hear it. */
function Player({ callbackId, recording: { sid, startedAt } }: { readonly callbackId: string; readonly recording: Recording }) {
  const { t } = useWords();
  const formats = useFormats();
  const [isRefused, setRefused] = useState(false);
  return (
    <>
      <audio
        controls
        preload="none"
        src={`/v1/callbacks/${callbackId}/recordings/${sid}`}
        aria-label={t('recordings.listen', { at: formats.instant(startedAt) })}
        onError={() => setRefused(true)}
        onPlaying={() => setRefused(false)}
      />
      {isRefused && (
        <Text span size="sm" role="status">
          {t('recordings.refused')}
        </Text>
      )}
    </>
  );
}
