import { Checkbox, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Limits } from '../../../domain/route-limits.ts';
import { useWords } from '../../i18n/i18n.ts';
import type { Unit } from './duration.ts';
import { UNIT_MS, UNITS, unitOf } from './duration.ts';

interface DurationFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  /** Milliseconds. */
  readonly value: number;
  readonly limits: Limits;
  readonly error?: string | undefined;
  readonly onChange: (ms: number) => void;
}

/** A duration as a number and its unit. Changing the unit keeps the number that stands there. */
export function DurationField({ label, description, value, limits, error, onChange }: DurationFieldProps) {
  const { t } = useWords();
  const [unit, setUnit] = useState<Unit>(() => unitOf(value));
  const [shown, setShown] = useState<number | string>(value / UNIT_MS[unit]);
  const give = (figure: number | string, of: Unit) => {
    setShown(figure);
    setUnit(of);
    if (typeof figure === 'number') onChange(Math.round(figure * UNIT_MS[of]));
  };
  const offered = UNITS.filter((one) => UNIT_MS[one] <= limits.most);
  return (
    <Group gap={4} align="flex-end" wrap="nowrap" className="duration">
      <NumberInput
        label={label}
        description={description}
        error={error}
        value={shown}
        min={limits.least / UNIT_MS[unit]}
        max={limits.most / UNIT_MS[unit]}
        clampBehavior="blur"
        decimalScale={2}
        onChange={(figure) => give(figure, unit)}
        onBlur={() => shown === '' && setShown(value / UNIT_MS[unit])}
      />
      <NativeSelect
        aria-label={t('routeSettings.unitOf', { label })}
        value={unit}
        data={offered.map((one) => ({ value: one, label: t(`routeSettings.unit.${one}`) }))}
        onChange={(event) => give(shown, event.currentTarget.value as Unit)}
      />
    </Group>
  );
}

interface OptionalDurationProps extends Omit<DurationFieldProps, 'value' | 'onChange'> {
  readonly value: number | null;
  /** What null means. */
  readonly never: string;
  /** What the duration begins with where there was none. */
  readonly otherwise: number;
  readonly onChange: (ms: number | null) => void;
}

/** A duration that there may be none of. */
export function OptionalDuration({ value, never, otherwise, onChange, ...rest }: OptionalDurationProps) {
  return (
    <Stack gap={6}>
      {value !== null && <DurationField value={value} onChange={onChange} {...rest} />}
      <Checkbox label={value === null ? `${rest.label}: ${never}` : never} checked={value === null} onChange={(event) => onChange(event.currentTarget.checked ? null : otherwise)} />
    </Stack>
  );
}
