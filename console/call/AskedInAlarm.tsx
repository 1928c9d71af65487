import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import type { AskedIn } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { useSound, useTitle } from '../shell/alarm.ts';
import { notify } from '../shell/notifications.ts';
import { askedInSentence } from './AskedInSpot.tsx';

/** Takes the ear and the eye while another agent asks this one into a call, as an offer does. Never the focus. */
export function AskedInAlarm({ askedIn }: { readonly askedIn: AskedIn | null }) {
  return (
    <VisuallyHidden role="status" aria-live="assertive">
      {askedIn && <Alarm key={askedIn.targetId} askedIn={askedIn} />}
    </VisuallyHidden>
  );
}

function Alarm({ askedIn }: { readonly askedIn: AskedIn }) {
  const { t } = useWords();
  const sentence = askedInSentence(askedIn, t);
  const facts = [askedIn.route.name, customerName(askedIn, t)].join(' · ');
  useSound();
  useTitle(`● ${sentence}`);
  useEffect(() => notify(sentence, facts, askedIn.targetId), [sentence, facts, askedIn.targetId]);
  return <>{`${sentence}: ${facts}`}</>;
}
