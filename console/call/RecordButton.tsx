import { IconPlayerPause, IconPlayerRecord } from '@tabler/icons-react';
import { useRecord } from '../api/call-commands.ts';
import type { Call, Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { Control } from './Control.tsx';

interface RecordButtonProps {
  readonly callback: Case;
  readonly recording: Call['recording'];
}

/** Starts, pauses and resumes the recording, where the route allows it. */
export function RecordButton({ callback, recording: { allowed, wanted } }: RecordButtonProps) {
  const { t } = useWords();
  const { run, isPending, problem } = useRecord(callback);
  if (allowed === 'off') return null;
  const isRunning = wanted === 'on';
  const Icon = isRunning ? IconPlayerPause : IconPlayerRecord;
  return (
    <Control letter={KEYS.record} leftSection={<Icon size={16} />} isPending={isPending} problem={problem} onPress={() => run(isRunning ? 'paused' : 'on')}>
      {t(isRunning ? 'control.pauseRecording' : wanted === 'off' ? 'control.record' : 'control.resumeRecording')}
    </Control>
  );
}
