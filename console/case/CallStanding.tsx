import { Text } from '@mantine/core';
import type { Case } from '../api/types.ts';
import { CallState } from '../call/CallState.tsx';
import { NotComeNotice } from '../call/NotComeNotice.tsx';
import type { Ending } from '../call/standing.ts';
import { endingOf } from '../call/standing.ts';
import { formatClock, formatCountdown } from '../formats/duration.ts';
import { useWords } from '../i18n/i18n.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { useSignedIn } from '../session/centre.ts';
import { useNowMs } from '../session/clock.ts';

/**
 * Where the call stands, in one line: what is being dialled, how long the conversation lasts, or that one can call. Beside it, on every
 * screen, that somebody does not come who was asked in.
 */
export function CallStanding({ callback }: { readonly callback: Case }) {
  return (
    <>
      <div className="standing" role="status" aria-live="polite" aria-atomic="false">
        {callback.call ? <CallState callback={callback} call={callback.call} /> : <BesideCalls callback={callback} />}
      </div>
      <NotComeNotice callback={callback} />
    </>
  );
}

function BesideCalls({ callback }: { readonly callback: Case }) {
  return (
    <>
      <StatusBadge status={callback.status} />
      <Detail callback={callback} />
    </>
  );
}

function Detail({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  if (callback.status === 'preview') return <BeforeCall dialsAt={callback.previewEndsAt} />;
  if (callback.status === 'dialling') return <Text c="dimmed">{t(isAgentOnTheLine(callback) ? 'call.ringingCustomer' : 'call.ringingYou')}</Text>;
  if (callback.status === 'connected') return <Timer sinceAt={callback.connectedAt} />;
  return callback.status === 'wrap_up' ? <BetweenCalls callback={callback} /> : null;
}

/** On `web`: nothing is dialled until Call, or until the route's time for reading is over. */
function BeforeCall({ dialsAt }: { readonly dialsAt: string | null }) {
  const { t } = useWords();
  if (dialsAt === null) return <Text c="dimmed">{t('call.preview')}</Text>;
  return <Left until={dialsAt} word="call.dialsIn" />;
}

function isAgentOnTheLine({ legs }: Case): boolean {
  return legs.some((leg) => leg.role === 'agent' && leg.progress === 'answered');
}

function Timer({ sinceAt }: { readonly sinceAt: string | null }) {
  const nowMs = useNowMs(500);
  if (sinceAt === null) return null;
  return (
    <span role="timer" className="clock" aria-live="off">
      {formatClock(nowMs - Date.parse(sinceAt))}
    </span>
  );
}

function BetweenCalls({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const { id } = useSignedIn();
  const { lastOutcome, wrapUpEndsAt } = callback;
  const ending = lastOutcome === 'answered' ? endingOf(callback, id) : null;
  const isDoneThen = lastOutcome === 'answered' && ending?.how !== 'agentLost';
  return (
    <>
      <Text fw={600}>{t('call.readyToCall')}</Text>
      {lastOutcome && <HowItEnded ending={ending} outcome={lastOutcome} />}
      {wrapUpEndsAt && <Left until={wrapUpEndsAt} word={isDoneThen ? 'call.doneIn' : 'call.staysUntil'} />}
    </>
  );
}

interface HowItEndedProps {
  /** Of a conversation; null: it is not known, or there was none. */
  readonly ending: Ending | null;
  readonly outcome: NonNullable<Case['lastOutcome']>;
}

/** What came of the last attempt; of a conversation, who ended it. */
function HowItEnded({ ending, outcome }: HowItEndedProps) {
  const { t } = useWords();
  if (ending === null) return <Text c="dimmed">{t('call.lastOutcome', { outcome: t(`outcome.${outcome}`) })}</Text>;
  return <Text c="dimmed">{ending.how === 'somebody' ? t('ending.somebody', { name: ending.name }) : t(`ending.${ending.how}`)}</Text>;
}

interface LeftProps {
  readonly until: string;
  readonly word: 'call.staysUntil' | 'call.dialsIn' | 'call.doneIn';
}

function Left({ until, word }: LeftProps) {
  const { t } = useWords();
  const leftMs = Date.parse(until) - useNowMs(1000);
  return (
    <Text c="dimmed" aria-live="off" className="when">
      {t(word, { left: formatCountdown(leftMs) })}
    </Text>
  );
}
