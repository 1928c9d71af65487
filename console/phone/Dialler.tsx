import { NativeSelect, TextInput } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { parseNumber } from '../../domain/numbers.ts';
import { useRoutes } from '../api/queries.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { usePlaceCall } from './usePhone.ts';

/** A number in the network that rings here, as its ending says. Regulators keep it for fiction. */
const MY_NUMBER = '+12025550190';

/** Dials a route's number as a customer. */
export function Dialler({ onDialled }: { readonly onDialled: (sid: string) => void }) {
  const { t } = useWords();
  const formats = useFormats();
  const { data: routes = [] } = useRoutes();
  const [mine, setMine] = useState(MY_NUMBER);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isBad, setBad] = useState(false);
  const { run, isPending, problem } = usePlaceCall();
  const numbers = routes.flatMap(({ name, numbers: own }) => own.map((number) => ({ value: number, label: `${name}: ${formats.number(number)}` })));
  const to = chosen ?? numbers[0]?.value;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const from = parseNumber(mine, routes[0]?.country ?? '');
    setBad(!from.ok);
    if (!from.ok || to === undefined) return;
    const call = await run({ from: from.e164, to });
    if (call !== null) onDialled(call.sid);
  };
  return (
    <form className="dialler" onSubmit={(event) => void submit(event)}>
      <TextInput
        type="tel"
        label={t('phone.mine')}
        description={t('phone.mineHint')}
        value={mine}
        error={isBad ? t('phone.badNumber') : undefined}
        onChange={(event) => setMine(event.currentTarget.value)}
      />
      <NativeSelect label={t('phone.to')} data={numbers} value={to ?? ''} onChange={(event) => setChosen(event.currentTarget.value)} />
      <PendingButton type="submit" leftSection={<IconPhone size={16} />} isPending={isPending} disabled={to === undefined}>
        {t('phone.call')}
      </PendingButton>
      <Refusal problem={problem} />
    </form>
  );
}
