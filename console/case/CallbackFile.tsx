import { Group } from '@mantine/core';
import { isTerminal } from '../../domain/status.ts';
import { TIMED_OUT } from '../../domain/words.ts';
import type { Case } from '../api/types.ts';
import { ContactSection } from '../contacts/ContactSection.tsx';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';
import { labelOf } from '../i18n/labels.ts';
import { KEYS } from '../keyboard/keys.ts';
import { Facts } from '../parts/Facts.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { isOutcome } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { mayActOn } from '../session/rights.ts';
import { useSignedIn } from '../session/centre.ts';
import { useCallbackFacts } from './CallbackInformation.tsx';
import { CancelButton } from './CancelButton.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { CorrectButton } from './CorrectButton.tsx';
import { CompleteButton } from './CompleteButton.tsx';
import { DialButton } from './DialButton.tsx';
import { mayCancel, mayComplete, mayReschedule } from './may.ts';
import { Messages } from './Messages.tsx';
import { NewNote } from './NewNote.tsx';
import { Notes } from './Notes.tsx';
import { PartyMenu } from './party/PartyMenu.tsx';
import { Reading } from './Reading.tsx';
import { Recordings } from './Recordings.tsx';
import { ReopenButton } from './ReopenButton.tsx';
import { RescheduleButton } from './RescheduleButton.tsx';
import { Timeline } from './Timeline.tsx';
import { useMayDial } from './useMayDial.ts';

/** A callback as one reads it outside a call: everything known, and what can be done with it where it stands. */
export function CallbackFile({ callback }: { readonly callback: Case }) {
  const isOpenToMe = mayActOn(useSignedIn(), callback);
  return (
    <>
      <CaseHeader callback={callback} party={isOpenToMe && <PartyMenu callback={callback} />}>
        <StatusBadge status={callback.status} />
      </CaseHeader>
      {isOpenToMe && <Actions callback={callback} />}
      <Details callback={callback} />
      <ContactSection callback={callback} />
      <Reading callback={callback} />
      {isOpenToMe && <NewNote callbackId={callback.id} />}
      <Notes callback={callback} />
      <Recordings callback={callback} />
      <Messages callback={callback} />
      <Timeline callback={callback} />
    </>
  );
}

function Actions({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const mayDial = useMayDial();
  const { role } = useSignedIn();
  const { status } = callback;
  return (
    <Group gap="xs" role="group" aria-label={t('list.actions')}>
      {mayDial?.(callback) && (
        <DialButton callback={callback} letter={KEYS.call}>
          {t('callback.dial')}
        </DialButton>
      )}
      {mayReschedule(status) && <RescheduleButton callback={callback} />}
      {mayComplete(status) && <CompleteButton callback={callback} />}
      {mayCancel(status) && <CancelButton callbackId={callback.id} />}
      {role === 'administrator' && isTerminal(status) && (
        <>
          <ReopenButton callback={callback} />
          <CorrectButton callback={callback} />
        </>
      )}
    </Group>
  );
}

function Details({ callback }: { readonly callback: Case }) {
  const { t, language } = useWords();
  const { disposition } = callback;
  const about = useCallbackFacts(callback);
  return (
    <Section title={t('case.details')}>
      <Facts
        facts={[
          ...about,
          [t('list.agent'), callback.agent?.name],
          [t('case.disposition'), disposition && labelOf(disposition.label, language, disposition.code)],
          [t('case.endReason'), endReason(callback, t)],
        ]}
      />
    </Section>
  );
}

/** Why it ended, as somebody wrote it, or in the words of the catalogue where Ringback says so. */
function endReason({ endReason: reason }: Case, t: Translate): string | null {
  if (isOutcome(reason)) return t(`outcome.${reason}`);
  return reason === TIMED_OUT ? t('wrapUp.timedOut') : reason;
}
