import { Text } from '@mantine/core';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import type { Presence } from '../../domain/words.ts';
import { useWords } from '../i18n/i18n.ts';
import { Nothing } from '../parts/Nothing.tsx';

interface IdleProps {
  readonly presence: Presence;
  /** What became of the case that was here before. */
  readonly result: string | null;
  /** Others brought it about, or the clock. */
  readonly isFromOutside: boolean;
}

/** Between two cases: what became of the last one, and how to get the next. */
export function Idle({ presence, result, isFromOutside }: IdleProps) {
  const { t } = useWords();
  const ResultIcon = isFromOutside ? IconInfoCircle : IconCheck;
  return (
    <div className="idle">
      <div role="status">
        {result && (
          <Text className="result">
            <ResultIcon size={16} aria-hidden /> {result}
          </Text>
        )}
      </div>
      <Nothing title={t('desk.idle')}>
        {presence === 'ready' && t('desk.idleReady')}
        {(presence === 'not_ready' || presence === 'offline') && t('desk.idleNotReady')}
      </Nothing>
    </div>
  );
}
