import { Title } from '@mantine/core';
import { useId } from 'react';
import type { Presence } from '../../domain/words.ts';
import type { Wallboard } from '../api/types.ts';
import { daysAndHours, formatClock } from '../formats/duration.ts';
import { useWords } from '../i18n/i18n.ts';
import { useNowMs } from '../session/clock.ts';
import { Figure } from './Figure.tsx';

/** Who can take a callback now, first. */
const ORDER: readonly Presence[] = ['ready', 'busy', 'after_call', 'not_ready', 'offline'];

/** How things stand, as large as the screen allows. */
export function Figures({ board }: { readonly board: Wallboard }) {
  const { t, language } = useWords();
  const id = useId();
  const count = (value: number) => value.toLocaleString(language);
  return (
    <>
      <dl className="wall-figures" aria-label={t('wallboard.now')}>
        <Figure name={t('wallboard.waiting')} value={count(board.waiting)} />
        <Figure name={t('wallboard.offered')} value={count(board.offered)} />
        <Figure name={t('wallboard.onCall')} value={count(board.onCall)} />
        <Figure name={t('wallboard.overdue')} value={count(board.overdue)} isAlarm={board.overdue > 0} />
        <Oldest dueAt={board.oldestDueAt} />
        <Figure name={t('wallboard.dueNextHour')} value={count(board.dueNextHour)} />
      </dl>
      <Title order={2} size="h3" id={id}>
        {t('wallboard.agents')}
      </Title>
      <dl className="wall-figures agents" aria-labelledby={id}>
        {ORDER.map((presence) => (
          <Figure key={presence} name={t(`presence.${presence}`)} value={count(board.agents[presence])} size="small" />
        ))}
      </dl>
    </>
  );
}

/** Runs by itself, every second; nothing beside it is drawn again. */
function Oldest({ dueAt }: { readonly dueAt: string | null }) {
  const { t } = useWords();
  const nowMs = useNowMs(1_000);
  if (dueAt === null) return <Figure name={t('wallboard.oldest')} value={t('app.nobody')} />;
  const ms = nowMs - Date.parse(dueAt);
  const days = daysAndHours(ms);
  return <Figure name={t('wallboard.oldest')} value={days === null ? formatClock(ms) : t('wallboard.days', days)} />;
}
