import { Text } from '@mantine/core';
import type { Attempt, Case, EarlierCallback } from '../api/types.ts';
import { labelOf } from '../i18n/labels.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import type { Fact } from '../parts/Facts.tsx';
import { Facts } from '../parts/Facts.tsx';
import { languageName } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { When } from '../parts/When.tsx';
import type { WaysToSay } from './collected.ts';
import { collectedFacts } from './collected.ts';

/** What one reads before dialling: instructions, what the request brought along, earlier tries and earlier callbacks. */
export function Reading({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const collected = useCollected(callback);
  return (
    <div className="reading">
      {callback.instructions && (
        <Section title={t('case.instructions')}>
          <Text className="written">{callback.instructions}</Text>
        </Section>
      )}
      {collected.length > 0 && (
        <Section title={t('case.collected')}>
          <Facts facts={collected} />
        </Section>
      )}
      <Attempts attempts={callback.attempts} />
      <Earlier earlier={callback.earlier} />
    </div>
  );
}

function useCollected(callback: Case): Fact[] {
  const { t, language } = useWords();
  const formats = useFormats();
  const ofTheIvr: WaysToSay = new Map([
    ['reason', (given: string): Fact => [t('collected.reason'), given]],
    ['calledNumber', (given: string): Fact => [t('collected.calledNumber'), formats.number(given)]],
    ['language', (given: string): Fact => [t('collected.language'), languageName(given, language)]],
    ['callerIdMatches', (given: string): Fact => [t('collected.callerIdMatches'), t(given === 'yes' ? 'collected.yes' : 'collected.no')]],
  ]);
  return collectedFacts(callback, ofTheIvr, language);
}

function Attempts({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <Section title={t('case.attempts')}>
      {attempts.length === 0 && <Text c="dimmed">{t('case.noAttempts')}</Text>}
      <ol className="lines">
        {attempts.toReversed().map(({ attempt, agent, byHand, startedAt, outcome }) => (
          <li key={attempt}>
            <span>{t('case.attempt', { attempt })}</span>
            <time dateTime={startedAt}>{formats.near(startedAt)}</time>
            <strong>{outcome ? t(`outcome.${outcome}`) : t('case.running')}</strong>
            <Text span size="sm" c="dimmed">
              {agent?.name}
              {byHand && ` (${t('case.byHand')})`}
            </Text>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Earlier({ earlier }: { readonly earlier: readonly EarlierCallback[] }) {
  const { t, language } = useWords();
  return (
    <Section title={t('case.earlier')}>
      {earlier.length === 0 && <Text c="dimmed">{t('case.noEarlier')}</Text>}
      <ol className="lines">
        {earlier.map(({ id, route, status, requestedAt, disposition, lastNote }) => (
          <li key={id}>
            <When at={requestedAt} />
            <span>{route.name}</span>
            <StatusBadge status={status} />
            {disposition && <span>{labelOf(disposition.label, language, disposition.code)}</span>}
            {lastNote && (
              <Text span size="sm" c="dimmed" className="written">
                {lastNote}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
