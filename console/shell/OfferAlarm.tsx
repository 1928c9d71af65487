import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import type { Offer } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { chime, readySoundAtFirstPress } from './sound.ts';

const CHIME_EVERY_MS = 4_000;
const TITLE = 'Ringback';

/** Takes the ear and the eye while an offer is open: said aloud, in the page's title, as a sound, on the desktop. Never the focus. */
export function OfferAlarm({ offer }: { readonly offer: Offer | null }) {
  const { t } = useWords();
  const name = offer && customerName(offer.callback, t);
  const announced = offer && t('offer.announced', { route: offer.callback.route.name, name: customerName(offer.callback, t) });
  useEffect(readySoundAtFirstPress, []);
  useEffect(() => {
    document.title = name === null ? TITLE : t('offer.documentTitle', { name });
  }, [name, t]);
  useSound(offer?.offerId ?? null);
  useDesktopNotification(offer?.offerId ?? null, announced);
  return (
    <VisuallyHidden role="status" aria-live="assertive">
      {announced}
    </VisuallyHidden>
  );
}

function useSound(offerId: string | null): void {
  useEffect(() => {
    if (offerId === null) return undefined;
    chime();
    const timer = setInterval(chime, CHIME_EVERY_MS);
    return () => clearInterval(timer);
  }, [offerId]);
}

/** One notification per offer, however many tabs are open (they share its tag), and none in a tab that is being looked at. */
function useDesktopNotification(offerId: string | null, text: string | null): void {
  useEffect(() => {
    if (offerId === null || text === null || !document.hidden) return undefined;
    if (!('Notification' in globalThis) || Notification.permission !== 'granted') return undefined;
    const shown = new Notification(TITLE, { body: text, tag: offerId });
    shown.addEventListener('click', () => window.focus());
    return () => shown.close();
  }, [offerId, text]);
}
