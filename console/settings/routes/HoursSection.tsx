import { Select, TagsInput } from '@mantine/core';
import { useRouteLines } from '../../api/routes.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Section } from '../../parts/Section.tsx';
import { HoursGrid } from '../fields/HoursGrid.tsx';
import { useRouteForm } from './form.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

/** When the route is open: its week, its zone, and the days on which it is closed. */
export function HoursSection() {
  const { t, language } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  const { hours, timeZone, holidayCountry, closedDates } = given.policy;
  const { data: lines } = useRouteLines();
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  const known = [...new Set([...(lines?.holidayCountries ?? []), ...(holidayCountry === null ? [] : [holidayCountry])])];
  const faults = closedDates.flatMap((date, index) => {
    const fault = wrong(`/policy/closedDates/${index}`);
    return fault === undefined ? [] : [`${date}: ${fault}`];
  });
  return (
    <Section title={t('routeSettings.sections.hours')} className="settings-fields">
      <HoursGrid value={hours} wrong={wrong} onChange={(week) => changePolicy({ hours: week })} />
      <Select
        label={t('routeSettings.key.timeZone')}
        searchable
        allowDeselect={false}
        data={[...new Set([timeZone, ...ZONES])]}
        value={timeZone}
        error={wrong('/policy/timeZone')}
        onChange={(zone) => zone !== null && changePolicy({ timeZone: zone })}
      />
      <Select
        label={t('routeSettings.key.holidayCountry')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('routeSettings.noHolidays') }}
        placeholder={t('routeSettings.noHolidays')}
        data={known.map((code) => ({ value: code, label: `${countries.of(code) ?? code} (${code})` }))}
        value={holidayCountry}
        error={wrong('/policy/holidayCountry')}
        onChange={(code) => changePolicy({ holidayCountry: code })}
      />
      <TagsInput
        label={t('routeSettings.key.closedDates')}
        description={t('routeSettings.hint.closedDates')}
        value={[...closedDates]}
        error={faults.length > 0 ? faults.join(' ') : wrong('/policy/closedDates')}
        onChange={(dates) => changePolicy({ closedDates: dates.toSorted() })}
      />
    </Section>
  );
}
