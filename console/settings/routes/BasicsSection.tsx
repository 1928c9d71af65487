import { MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import type { Channel } from '../../../domain/words.ts';
import { CHANNELS } from '../../../domain/words.ts';
import { useFormats } from '../../formats/useFormats.ts';
import { useWords } from '../../i18n/i18n.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { languageName } from '../../parts/names.ts';
import { Section } from '../../parts/Section.tsx';
import { useRouteForm } from './form.ts';
import { PolicyFigure } from './PolicyFields.tsx';

/** What the route is called, and where it begins: its numbers, its languages. */
export function BasicsSection() {
  const { t, language } = useWords();
  const { given, change, changePolicy, wrong } = useRouteForm();
  const { languages, webChannel, callerId } = given.policy;
  const formats = useFormats();
  return (
    <Section title={t('routeSettings.sections.basics')} className="settings-fields">
      <TextInput label={t('routeSettings.key.name')} withAsterisk maxLength={100} value={given.name} error={wrong('/name')} onChange={(event) => change({ name: event.currentTarget.value })} />
      <NumbersField />
      <TextInput
        label={t('routeSettings.key.callerId')}
        description={t('routeSettings.hint.callerId')}
        type="tel"
        maxLength={40}
        value={formats.number(callerId)}
        error={wrong('/policy/callerId')}
        onChange={(event) => changePolicy({ callerId: event.currentTarget.value })}
        onBlur={() => changePolicy({ callerId: formats.e164(callerId) ?? callerId })}
      />
      <MultiSelect
        label={t('routeSettings.key.languages')}
        description={t('routeSettings.hint.languages')}
        data={[...new Set([...languages, ...LANGUAGES])].map((tag) => ({ value: tag, label: languageName(tag, language) }))}
        value={[...languages]}
        error={wrong('/policy/languages')}
        onChange={(chosen) => changePolicy({ languages: chosen })}
      />
      <PolicyFigure name="priority" hint={t('routeSettings.hint.priority')} />
      <NativeSelect
        label={t('routeSettings.key.webChannel')}
        value={webChannel}
        data={CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
        onChange={(event) => changePolicy({ webChannel: event.currentTarget.value as Channel })}
      />
    </Section>
  );
}

/** The numbers that lead to the route, in any writing. */
function NumbersField() {
  const { t } = useWords();
  const { given, change, wrong } = useRouteForm();
  const formats = useFormats();
  const faults = given.numbers.flatMap((number, index) => {
    const fault = wrong(`/numbers/${index}`);
    return fault === undefined ? [] : [`${formats.number(number)}: ${fault}`];
  });
  return (
    <TagsInput
      label={t('routeSettings.key.numbers')}
      description={t('routeSettings.hint.numbers')}
      value={given.numbers.map(formats.number)}
      error={faults.length > 0 ? faults.join(' ') : undefined}
      splitChars={[',', ';', '、']}
      onChange={(written) => change({ numbers: [...new Set(written.map((text) => formats.e164(text) ?? text))] })}
    />
  );
}
