import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/i18n.ts';
import type { PhoneCall, TranscriptLine } from './network.ts';

/** What was said in a call, oldest first; it follows the newest line. */
export function Transcript({ call }: { readonly call: PhoneCall }) {
  const { t } = useWords();
  const end = useRef<HTMLDivElement>(null);
  const { transcript } = call;
  useEffect(() => {
    if (transcript.length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [transcript]);
  return (
    <div className="transcript" role="log" aria-label={t('phone.transcript')} tabIndex={0}>
      {transcript.length === 0 && <Text c="dimmed">{t('phone.silence')}</Text>}
      {transcript.map((line, index) => (
        <Line key={index} line={line} />
      ))}
      <div ref={end} />
    </div>
  );
}

function Line({ line }: { readonly line: TranscriptLine }) {
  const { t } = useWords();
  const speaker = line.kind === 'say' || line.kind === 'speech' || line.kind === 'digits' ? line.kind : 'sound';
  return (
    <p data-who={line.who}>
      <Text span size="xs" c="dimmed">
        {t(`phone.speakers.${speaker}`)}
      </Text>
      <span lang={line.language ?? undefined}>{line.text || line.kind}</span>
    </p>
  );
}
