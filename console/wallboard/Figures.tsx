import { Title } from '@mantine/core';
import { useId } from 'react';
import type { Presence } from '../../domain/words.ts';
import type { Wallboard } from '../api/types.ts';
import { formatClock } from '../formats/duration.ts';
import { useWords } from '../i18n/i18n.ts';
import { useNowMs } from '../session/clock.ts';
import { Figure } from './Figure.tsx';

/** Who can take a callback now, first. */
const ORDER: readonly Presence[] = ['ready', 'busy', 'after_call', 'not_ready', 'offline'];

/** How things stand, as large as the screen allows. */
export function Figures({ board }: { readonly board: Wallboard }) {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      <dl className="wall-figures" aria-label={t('wallboard.now')}>
        <Figure name={t('wallboard.waiting')} value={String(board.waiting)} />
        <Figure name={t('wallboard.offered')} value={String(board.offered)} />
        <Figure name={t('wallboard.onCall')} value={String(board.onCall)} />
        <Figure name={t('wallboard.overdue')} value={String(board.overdue)} isAlarm={board.overdue > 0} />
        <Oldest dueAt={board.oldestDueAt} />
        <Figure name={t('wallboard.dueNextHour')} value={String(board.dueNextHour)} />
      </dl>
      <Title order={2} size="h3" id={id}>
        {t('wallboard.agents')}
      </Title>
      <dl className="wall-figures agents" aria-labelledby={id}>
        {ORDER.map((presence) => (
          <Figure key={presence} name={t(`presence.${presence}`)} value={String(board.agents[presence])} size="small" />
        ))}
      </dl>
    </>
  );
}

/** Runs by itself, every second; nothing beside it is drawn again. */
function Oldest({ dueAt }: { readonly dueAt: string | null }) {
  const { t } = useWords();
  const nowMs = useNowMs(1_000);
  return <Figure name={t('wallboard.oldest')} value={dueAt === null ? t('app.nobody') : formatClock(nowMs - Date.parse(dueAt))} />;
}
