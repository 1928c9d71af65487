import { Button, Group, Text } from '@mantine/core';
import type { Offer } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { ContactName } from '../contacts/ContactName.tsx';
import { desiredTime } from '../parts/desired.ts';
import { KindBadge } from '../parts/KindBadge.tsx';
import { LastNote } from '../parts/LastNote.tsx';
import { customerName, customerReading, languageName } from '../parts/names.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Section } from '../parts/Section.tsx';
import { useNowMs } from '../session/clock.ts';
import { OfferButtons } from './OfferButtons.tsx';
import { OfferHints } from './OfferHints.tsx';
import type { OfferAnswers } from './useOfferAnswers.ts';
import { useOfferAnswers } from './useOfferAnswers.ts';

/** Where offers appear on the desk. When one is gone, why its answer was refused stays. */
export function OfferSpot({ offer, onShowCase }: { readonly offer: Offer | null; readonly onShowCase: () => void }) {
  const answers = useOfferAnswers(offer);
  return offer ? <OfferCard key={offer.offerId} offer={offer} answers={answers} onShowCase={onShowCase} /> : <Refusal problem={answers.problem} />;
}

interface OfferCardProps {
  readonly offer: Offer;
  readonly answers: OfferAnswers;
  /** Brings the case of an offer with preview into sight. */
  readonly onShowCase: () => void;
}

/** The callback offered to this agent, with its deadline. */
function OfferCard({ offer, answers, onShowCase }: OfferCardProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { callback } = offer;
  const desired = desiredTime(callback, formats);
  return (
    <Section title={t('offer.title')} className="offer">
      <Text fw={600}>
        {callback.route.name} · <ContactName name={customerName(callback, t)} reading={customerReading(callback)} />
      </Text>
      <Group gap="4px 8px" my={2}>
        <KindBadge kind={callback.kind} preview={offer.preview} />
        {desired && <span className="when">{desired}</span>}
      </Group>
      <OfferFacts offer={offer} isDueSaid={desired !== null} />
      <LastNote callback={callback} />
      <OfferButtons offer={offer} answers={answers} />
      <OfferHints offer={offer} />
      {offer.case && (
        <Button variant="default" size="compact-xs" mt={4} onClick={onShowCase}>
          {t('offer.showCase')}
        </Button>
      )}
    </Section>
  );
}

/** When it was due, how long the customer has waited, how often they were called. */
function OfferFacts({ offer: { callback }, isDueSaid }: { readonly offer: Offer; readonly isDueSaid: boolean }) {
  const { t, language } = useWords();
  const formats = useFormats();
  const waitedMs = useNowMs(10_000) - Date.parse(callback.requestedAt);
  const { dueAt, timeZone } = callback;
  const beside = dueAt && formats.beside(dueAt, timeZone);
  const facts = [
    !isDueSaid && dueAt && t('callback.due', { at: formats.near(dueAt) + (beside ? ` (${beside})` : '') }),
    t('callback.waited', { span: formats.span(waitedMs) }),
    callback.attemptsPlaced > 0 && t('callback.attempts', { count: callback.attemptsPlaced }),
    callback.language && languageName(callback.language, language),
  ];
  return (
    <Text size="sm" c="dimmed">
      {facts.filter(Boolean).join(' · ')}
    </Text>
  );
}
