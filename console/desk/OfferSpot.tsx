import { Text } from '@mantine/core';
import type { Offer } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { ContactName } from '../contacts/ContactName.tsx';
import { customerName, customerReading, languageName } from '../parts/names.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Section } from '../parts/Section.tsx';
import { useNowMs } from '../session/clock.ts';
import { OfferButtons } from './OfferButtons.tsx';
import type { OfferAnswers } from './useOfferAnswers.ts';
import { useOfferAnswers } from './useOfferAnswers.ts';

/** Where offers appear on the desk. When one is gone, why its answer was refused stays. */
export function OfferSpot({ offer }: { readonly offer: Offer | null }) {
  const answers = useOfferAnswers(offer);
  return offer ? <OfferCard key={offer.offerId} offer={offer} answers={answers} /> : <Refusal problem={answers.problem} />;
}

interface OfferCardProps {
  readonly offer: Offer;
  readonly answers: OfferAnswers;
}

/** The callback offered to this agent, with its deadline. */
function OfferCard({ offer, answers }: OfferCardProps) {
  const { t } = useWords();
  const { callback } = offer;
  return (
    <Section title={t('offer.title')} className="offer">
      <Text fw={600}>
        {callback.route.name} · <ContactName name={customerName(callback, t)} reading={customerReading(callback)} />
      </Text>
      <OfferFacts offer={offer} />
      <OfferButtons offer={offer} answers={answers} />
      <PreviewHint offer={offer} />
    </Section>
  );
}

/** When it was due and how long the customer has waited; with a preview also what the customer wants. */
function OfferFacts({ offer: { callback } }: { readonly offer: Offer }) {
  const { t, language } = useWords();
  const formats = useFormats();
  const waitedMs = useNowMs(10_000) - Date.parse(callback.requestedAt);
  const { dueAt, windowEndsAt, timeZone } = callback;
  const beside = dueAt && formats.beside(dueAt, timeZone);
  const facts = [
    dueAt && t('callback.due', { at: formats.near(dueAt) + (beside ? ` (${beside})` : '') }),
    dueAt && windowEndsAt && t('callback.window', { window: `${formats.near(dueAt)}–${formats.near(windowEndsAt)}` }),
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

function PreviewHint({ offer }: { readonly offer: Offer }) {
  const { t } = useWords();
  const isReadAfterwards = offer.callback.channel === 'web' && offer.case === null;
  if (offer.case === null && !isReadAfterwards) return null;
  return (
    <Text size="xs" c="dimmed">
      {t(isReadAfterwards ? 'offer.previewAfter' : 'offer.previewBeside')}
    </Text>
  );
}
