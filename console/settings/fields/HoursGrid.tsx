import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Span, Weekday, WeeklyHours } from '../../../domain/hours.ts';
import { useWords } from '../../i18n/i18n.ts';
import { weekdayName, WEEKDAYS } from './weekdays.ts';

interface HoursGridProps {
  readonly value: WeeklyHours;
  readonly wrong: (pointer: string) => string | undefined;
  readonly onChange: (hours: WeeklyHours) => void;
}

/** The opening hours of a week: a line for each weekday, with as many spans as it needs. */
export function HoursGrid({ value, wrong, onChange }: HoursGridProps) {
  const { t, language } = useWords();
  const write = (day: Weekday, spans: readonly Span[]) => onChange({ ...value, [day]: spans });
  return (
    <div className="hours" role="group" aria-label={t('routeSettings.key.hours')}>
      {WEEKDAYS.map((day) => (
        <Day key={day} day={day} spans={value[day] ?? []} wrong={wrong} onChange={(spans) => write(day, spans)} />
      ))}
      <Button variant="subtle" onClick={() => onChange({ ...value, ...Object.fromEntries([2, 3, 4, 5].map((day) => [day, value[1] ?? []])) })}>
        {t('routeSettings.copyHours', { from: weekdayName(1, language), first: weekdayName(2, language), last: weekdayName(5, language) })}
      </Button>
    </div>
  );
}

interface DayProps extends Pick<HoursGridProps, 'wrong'> {
  readonly day: Weekday;
  readonly spans: readonly Span[];
  readonly onChange: (spans: readonly Span[]) => void;
}

function Day({ day, spans, wrong, onChange }: DayProps) {
  const { t, language } = useWords();
  const name = weekdayName(day, language);
  const next = spans.at(-1)?.to ?? '09:00';
  const faults = spans.flatMap((_, index) => [wrong(`/policy/hours/${day}/${index}/from`), wrong(`/policy/hours/${day}/${index}/to`)]).filter(Boolean);
  return (
    <div className="day" role="group" aria-label={name}>
      <Text fw={500}>{name}</Text>
      <div className="spans">
        {spans.length === 0 && <Text c="dimmed">{t('routeSettings.dayClosed')}</Text>}
        {spans.map((span, index) => (
          <span key={index} className="span">
            {(['from', 'to'] as const).map((side) => (
              <TextInput
                key={side}
                aria-label={t(`routeSettings.span.${side}`, { day: name, number: index + 1 })}
                value={span[side]}
                maxLength={5}
                placeholder="00:00"
                error={wrong(`/policy/hours/${day}/${index}/${side}`) !== undefined}
                onChange={(event) => onChange(spans.with(index, { ...span, [side]: event.currentTarget.value }))}
              />
            ))}
            <ActionIcon variant="subtle" color="gray" aria-label={t('routeSettings.removeSpan', { day: name, number: index + 1 })} onClick={() => onChange(spans.toSpliced(index, 1))}>
              <IconX size={16} />
            </ActionIcon>
          </span>
        ))}
        <ActionIcon variant="default" aria-label={t('routeSettings.addSpan', { day: name })} onClick={() => onChange([...spans, { from: next, to: next < '18:00' ? '18:00' : '24:00' }])}>
          <IconPlus size={16} />
        </ActionIcon>
        {faults.map((fault) => (
          <Text key={fault} role="alert" size="sm" c="var(--mantine-color-error)">
            {fault}
          </Text>
        ))}
      </div>
    </div>
  );
}
