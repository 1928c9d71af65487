import { Text } from '@mantine/core';
import type { Offer } from '../api/types.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';

/** What Accept does where it does not dial at once, and what follows where the offer is not taken and that is not obvious. */
export function OfferHints({ offer }: { readonly offer: Offer }) {
  const { t } = useWords();
  const hints = [readingHint(offer, t), ...untakenHints(offer, t)].filter((hint) => hint !== null);
  return hints.map((hint) => (
    <Text key={hint} size="xs" c="dimmed">
      {hint}
    </Text>
  ));
}

function readingHint({ callback, case: shown }: Offer, t: Translate): string | null {
  if (shown !== null) return t('offer.previewBeside');
  return callback.channel === 'web' ? t('offer.previewAfter') : null;
}

/** Going back to the queue, or to another agent, is what everybody expects; going to another route is not. */
function untakenHints({ rejectedGoesTo: rejected, missedGoesTo: missed, missedMakesNotReady }: Offer, t: Translate): (string | null)[] {
  const both = rejected.route?.id === missed.route?.id ? rejected.route : null;
  const goes = both
    ? [t('offer.untakenGoesTo', { route: both.name })]
    : [rejected.route && t('offer.rejectedGoesTo', { route: rejected.route.name }), missed.route && t('offer.missedGoesTo', { route: missed.route.name })];
  return [...goes, missedMakesNotReady ? t('offer.missedMakesNotReady') : null];
}
