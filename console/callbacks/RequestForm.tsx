import { Button, Group, NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Kind } from '../../domain/words.ts';
import { KINDS } from '../../domain/words.ts';
import { useRequest } from '../api/commands.ts';
import { useRoutes } from '../api/queries.ts';
import type { Requested } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { RouteTime } from '../parts/RouteTime.tsx';
import { randomWord } from '../session/random.ts';
import type { RequestGiven } from './request.ts';
import { lackingIn, NOTHING_GIVEN, toRequest } from './request.ts';

export interface RequestFormProps {
  /** What is known of the customer already. */
  readonly given?: Partial<RequestGiven> | undefined;
  /** IANA: the zone of whoever has the number that is given, where it is known. */
  readonly customerZone?: string | null;
  readonly onRequested: (requested: Requested) => void;
  readonly onClose: () => void;
}

/**
 * The fields of a new callback. What the server finds wrong with one stands at that field. The same content sent twice is one
 * request; changed content is another.
 */
export function RequestForm({ given: known, customerZone = null, onRequested, onClose }: RequestFormProps) {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const [given, setGiven] = useState<RequestGiven>({ ...NOTHING_GIVEN, ...known });
  const [isTried, setTried] = useState(false);
  const [key, setKey] = useState(randomWord);
  const { run, isPending, problem, clear } = useRequest(key);
  const lacking = isTried ? lackingIn(given, timeZone) : [];
  const isSaidAtAField = ['routeId', 'number', 'name', 'at'].some((field) => problem?.fields[field]);
  const change = (part: Partial<RequestGiven>) => {
    setGiven({ ...given, ...part });
    setKey(randomWord());
    clear();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (lackingIn(given, timeZone).length > 0) return;
    const requested = await run(toRequest(given, timeZone));
    if (requested !== null) onRequested(requested);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <RouteSelect
          value={given.routeId}
          error={lacking.includes('routeId') ? t('request.routeMissing') : problem?.fields['routeId']}
          onChange={(routeId) => change({ routeId })}
        />
        <TextInput
          label={t('request.number')}
          type="tel"
          autoComplete="off"
          withAsterisk
          maxLength={40}
          value={given.number}
          error={lacking.includes('number') ? t('request.numberMissing') : problem?.fields['number'] && t('phone.badNumber')}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <TextInput
          label={t('request.name')}
          autoComplete="off"
          maxLength={200}
          value={given.name}
          error={problem?.fields['name']}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <KindChoice value={given.kind} onChange={(kind) => change({ kind })} />
        {given.kind === 'scheduled' && (
          <RouteTime
            routeId={given.routeId || null}
            customerZone={given.number === known?.number ? customerZone : null}
            value={given.at}
            error={lacking.includes('at') ? t('reschedule.timeMissing') : problem?.fields['at'] && t('problem.bad_time')}
            onChange={(at) => change({ at })}
          />
        )}
        <TextInput
          label={t('request.reason')}
          maxLength={2000}
          value={given.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        {!isSaidAtAField && <Refusal problem={problem} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending}>
            {t('request.submit')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly error?: string | undefined;
}

function RouteSelect({ value, onChange, error }: FieldProps<string>) {
  const { t } = useWords();
  const { data: routes = [] } = useRoutes();
  const options = routes.map(({ id, name, closed }) => ({ value: id, label: closed ? t('request.closed', { name }) : name, disabled: closed }));
  return (
    <NativeSelect
      label={t('request.route')}
      withAsterisk
      data-autofocus
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: '' }, ...options]}
    />
  );
}

function KindChoice({ value, onChange }: FieldProps<Kind>) {
  const { t } = useWords();
  return (
    <div>
      <Text size="sm" fw={500} mb={2}>
        {t('request.kind')}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={t('request.kind')}
        value={value}
        onChange={(kind) => onChange(kind)}
        data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
    </div>
  );
}
