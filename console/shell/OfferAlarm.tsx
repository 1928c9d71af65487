import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import type { Offer } from '../api/types.ts';
import { formatCountdown } from '../formats/duration.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { desiredTime } from '../parts/desired.ts';
import { customerName } from '../parts/names.ts';
import { useNowMs } from '../session/clock.ts';
import { useSound, useTitle } from './alarm.ts';
import { notify } from './notifications.ts';
import { readySoundAtFirstPress } from './sound.ts';

/** Takes the ear and the eye while an offer is open: said aloud, in the page's title, as a sound, on the desktop. Never the focus. */
export function OfferAlarm({ offer }: { readonly offer: Offer | null }) {
  useEffect(readySoundAtFirstPress, []);
  return <VisuallyHidden role="status" aria-live="assertive">{offer && <Alarm key={offer.offerId} offer={offer} />}</VisuallyHidden>;
}

/** Which route, who, when they want the call, and the time they were promised. */
function Alarm({ offer: { offerId, callback, preview, deadlineAt } }: { readonly offer: Offer }) {
  const { t } = useWords();
  const formats = useFormats();
  const name = customerName(callback, t);
  const kind = preview ? `${t(`kind.${callback.kind}`)} (${t('status.preview')})` : t(`kind.${callback.kind}`);
  const facts = [callback.route.name, name, kind, desiredTime(callback, formats)].filter((fact) => fact !== null).join(' · ');
  useSound();
  useEffect(() => notify(t('offer.title'), facts, offerId), [t, facts, offerId]);
  useTitle(t('offer.documentTitle', { left: formatCountdown(Date.parse(deadlineAt) - useNowMs(1_000)), name }));
  return <>{t('offer.announced', { facts })}</>;
}
