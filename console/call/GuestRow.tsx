import { Group, Text } from '@mantine/core';
import { IconArrowsExchange, IconPhoneOff, IconTransfer, IconUsersPlus } from '@tabler/icons-react';
import { useGuestWish } from '../api/call-commands.ts';
import type { Case, Guest, Party } from '../api/types.ts';
import { formatCountdown } from '../formats/duration.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { customerName } from '../parts/names.ts';
import { useNowMs } from '../session/clock.ts';
import { Control } from './Control.tsx';
import { guestName } from './people.ts';

interface GuestRowProps {
  readonly callback: Case;
  readonly guest: Guest;
}

/** Who is asked into the call, or consulted, and what can become of it. */
export function GuestRow({ callback, guest }: GuestRowProps) {
  const { t } = useWords();
  return (
    <section className="guest" aria-label={t('guest.label')}>
      <Standing callback={callback} guest={guest} />
      <Group gap="xs" ml="auto">
        {guest.phase === 'here' ? <ConsultationButtons callback={callback} guest={guest} /> : <EndInvitation callback={callback} guest={guest} />}
      </Group>
    </section>
  );
}

function Standing({ callback, guest }: GuestRowProps) {
  const { t } = useWords();
  const formats = useFormats();
  const name = guestName(guest, formats.number, t);
  const customer = customerName(callback, t);
  return (
    <Text role="status" className="guest-standing">
      <strong>{t(`control.${guest.purpose}`)}</strong>{' '}
      {t(standingOf(guest, callback.call?.parties ?? []), { name, customer })}
      {guest.deadlineAt && <Left until={guest.deadlineAt} />}
    </Text>
  );
}

/** A telephone that was answered rings no more, though it may be heard out first whether a person has it. */
function standingOf({ phase, label, isTalkedTo }: Guest, parties: readonly Party[]) {
  if (phase === 'here') return isTalkedTo ? 'guest.talkingToGuest' : 'guest.talkingToCustomer';
  const isAnswered = phase === 'ringing' && parties.some((party) => party.label === label && party.isInCall);
  return `guest.${isAnswered ? 'answered' : phase}` as const;
}

function Left({ until }: { readonly until: string }) {
  const { t } = useWords();
  const leftMs = Date.parse(until) - useNowMs(250);
  return (
    <span role="timer" aria-live="off" aria-label={t('offer.left')} className={leftMs < 10_000 ? 'clock soon' : 'clock'}>
      {formatCountdown(leftMs)}
    </span>
  );
}

/** Swap, conference, transfer, and the end of the consultation. While one of them is under way the others wait. */
function ConsultationButtons({ callback, guest }: GuestRowProps) {
  const { t } = useWords();
  const { targetId } = guest;
  const [swap, merge, transfer, end] = [useGuestWish(callback), useGuestWish(callback), useGuestWish(callback), useGuestWish(callback)];
  const isBusy = [swap, merge, transfer, end].some(({ isPending }) => isPending);
  const other = guest.isTalkedTo ? 'talk_to_customer' : 'talk_to_guest';
  const pressed = (one: typeof swap) => ({ isPending: one.isPending, problem: one.problem, disabled: isBusy && !one.isPending });
  return (
    <>
      <Control letter={KEYS.swap} leftSection={<IconArrowsExchange size={16} />} {...pressed(swap)} onPress={() => swap.run({ targetId, wish: other })}>
        {t('control.swap')}
      </Control>
      <Control letter={KEYS.conference} leftSection={<IconUsersPlus size={16} />} {...pressed(merge)} onPress={() => merge.run({ targetId, wish: 'conference' })}>
        {t('guest.merge')}
      </Control>
      <Control letter={KEYS.transfer} leftSection={<IconTransfer size={16} />} {...pressed(transfer)} onPress={() => transfer.run({ targetId, wish: 'transfer' })}>
        {t('guest.handOver')}
      </Control>
      <Control letter={KEYS.consult} color="red" variant="light" leftSection={<IconPhoneOff size={16} />} {...pressed(end)} onPress={() => end.run({ targetId, wish: 'end' })}>
        {t('guest.end')}
      </Control>
    </>
  );
}

/** Takes the invitation back; by the key that began it. */
function EndInvitation({ callback, guest: { targetId, purpose } }: GuestRowProps) {
  const { t } = useWords();
  const { run, isPending, problem } = useGuestWish(callback);
  return (
    <Control letter={KEYS[purpose]} leftSection={<IconPhoneOff size={16} />} isPending={isPending} problem={problem} onPress={() => run({ targetId, wish: 'end' })}>
      {t('guest.takeBack')}
    </Control>
  );
}
