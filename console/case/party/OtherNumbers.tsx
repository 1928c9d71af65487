import { Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useDial } from '../../api/commands.ts';
import type { Case } from '../../api/types.ts';
import { useFormats } from '../../formats/useFormats.ts';
import { useWords } from '../../i18n/i18n.ts';
import { PendingButton } from '../../parts/PendingButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { DialButton } from '../DialButton.tsx';
import { useMayDial } from '../useMayDial.ts';

interface OtherNumbersProps {
  readonly callback: Case;
  readonly onClose: () => void;
}

/** The customer's numbers beside the one that is called, and any other: called at once where the callback can be dialled. */
export function OtherNumbers({ callback, onClose }: OtherNumbersProps) {
  const { t } = useWords();
  const formats = useFormats();
  const others = callback.reachable.numbers.filter((one) => one !== callback.number);
  // An offer is of the number that it showed.
  const mayDial = useMayDial()?.(callback) === true && callback.status !== 'offered';
  return (
    <Stack gap="sm">
      {others.length === 0 && <Text>{t('party.noNumbers')}</Text>}
      <ul className="lines numbers">
        {others.map((one) => (
          <li key={one}>
            <strong className="number">{formats.number(one)}</strong>
            {mayDial && (
              <DialButton callback={callback} number={one} size="compact-sm" variant="light" label={t('party.callNumber', { number: formats.number(one) })} onDialled={onClose}>
                {t('call.call')}
              </DialButton>
            )}
          </li>
        ))}
      </ul>
      {mayDial && <AnyNumber callback={callback} onClose={onClose} />}
      <Text size="sm" c="dimmed">
        {t(mayDial ? 'party.callHint' : 'party.numbersHint')}
      </Text>
    </Stack>
  );
}

/** A number that is not known yet. */
function AnyNumber({ callback: { id, attempt }, onClose }: OtherNumbersProps) {
  const { t } = useWords();
  const [number, setNumber] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isPending, problem, clear } = useDial(id);
  const isBad = problem?.fields['number'] !== undefined || (isTried && number.trim() === '');
  const isTaken = problem?.code === 'number_has_callback';
  const call = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (number.trim() !== '' && (await run({ attempt: attempt + 1, number: number.trim() })) !== null) onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void call(event)}>
      <Group gap="xs" align="flex-start" wrap="nowrap" className="any-number">
        <TextInput
          type="tel"
          aria-label={t('reschedule.number')}
          placeholder={t('reschedule.number')}
          autoComplete="off"
          maxLength={40}
          value={number}
          error={isTaken ? t('problem.number_has_callback') : isBad && t('phone.badNumber')}
          onChange={(event) => {
            clear();
            setNumber(event.currentTarget.value);
          }}
        />
        <PendingButton type="submit" isPending={isPending} leftSection={<IconPhoneOutgoing size={16} />}>
          {t('call.call')}
        </PendingButton>
      </Group>
      {!isBad && !isTaken && <Refusal problem={problem} />}
    </form>
  );
}
