import { Button, Group, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import type { Offer } from '../api/types.ts';
import { OfferButtons } from '../desk/OfferButtons.tsx';
import { useOfferAnswers } from '../desk/useOfferAnswers.ts';
import { useToDesk } from '../desk/useToDesk.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { desiredTime } from '../parts/desired.ts';
import { KindBadge } from '../parts/KindBadge.tsx';
import { customerName } from '../parts/names.ts';
import { Refusal } from '../parts/Refusal.tsx';

/** An open offer, on every screen but the desk (which has a card for it). */
export function OfferBanner({ offer }: { readonly offer: Offer | null }) {
  const { t } = useWords();
  const formats = useFormats();
  const toDesk = useToDesk();
  const answers = useOfferAnswers(offer);
  if (offer === null) return <Refusal problem={answers.problem} />;
  const desired = desiredTime(offer.callback, formats);
  return (
    <section className="banner" aria-label={t('offer.title')}>
      <IconBellRinging size={20} aria-hidden />
      <Text fw={600} truncate>
        {offer.callback.route.name} · {customerName(offer.callback, t)}
      </Text>
      <KindBadge kind={offer.callback.kind} preview={offer.preview} />
      {desired && <span className="when">{desired}</span>}
      <Group gap="xs" ml="auto" wrap="nowrap">
        <OfferButtons key={offer.offerId} offer={offer} answers={answers} onAccepted={toDesk} />
        <Button variant="subtle" onClick={toDesk}>
          {t('offer.show')}
        </Button>
      </Group>
    </section>
  );
}
