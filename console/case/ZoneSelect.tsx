import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';

interface ZoneSelectProps {
  /** IANA. */
  readonly value: string;
  /** The customer's zone, where it is known. */
  readonly customerZone: string | null;
  readonly onChange: (zone: string) => void;
}

/** In which zone a time is meant: the centre's and the customer's first, then every other. */
export function ZoneSelect({ value, customerZone, onChange }: ZoneSelectProps) {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const zones = useMemo(() => {
    const near = [
      { value: timeZone, label: t('reschedule.centreZone', { zone: timeZone }) },
      ...(customerZone === null || customerZone === timeZone ? [] : [{ value: customerZone, label: t('reschedule.customerZone', { zone: customerZone }) }]),
    ];
    const others = Intl.supportedValuesOf('timeZone').filter((zone) => near.every((one) => one.value !== zone));
    return [...near, ...others.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))];
  }, [t, timeZone, customerZone]);
  return <Select label={t('reschedule.inZone')} searchable allowDeselect={false} limit={60} value={value} data={zones} onChange={(zone) => onChange(zone ?? timeZone)} />;
}
