import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { CallbackField, CallbackFieldKey, CaseField } from '../../../domain/route.ts';
import { CALLBACK_FIELDS } from '../../../domain/route.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Section } from '../../parts/Section.tsx';
import { LabelInputs } from '../fields/LabelInputs.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { useRouteForm } from './form.ts';

interface CollectedFieldsProps {
  readonly name: 'caseFields' | 'previewFields';
  /** What is shown where none are chosen. */
  readonly otherwise: string;
}

/** What is shown of the data that came with the request, under which names and in which order: in the case, or in an offer with preview. */
export function CollectedFieldsSection({ name, otherwise }: CollectedFieldsProps) {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  const fields = given.policy[name];
  const title = t(`routeSettings.key.${name}`);
  const change = (list: readonly CaseField[] | null) => changePolicy({ [name]: list });
  return (
    <Section title={title}>
      <AllOrChosen name={title} otherwise={otherwise} isChosen={fields !== null} onChange={(isChosen) => change(isChosen ? COMMON_FIELDS : null)} />
      {fields && (
        <ListEditor items={fields} nameOf={({ key }) => key} onChange={change} oneMore={() => ({ key: '', label: {} })} addLabel={t('routeSettings.addField')}>
          {({ key, label }, index, changeOne) => (
            <>
              <TextInput
                aria-label={t('routeSettings.fieldKey')}
                placeholder={t('routeSettings.fieldKey')}
                value={key}
                maxLength={100}
                error={wrong(`/policy/${name}/${index}/key`)}
                onChange={(event) => changeOne({ key: event.currentTarget.value })}
              />
              <LabelInputs value={label} of={key} onChange={(words) => changeOne({ label: words })} />
            </>
          )}
        </ListEditor>
      )}
    </Section>
  );
}

/** What the IVR asks. */
const COMMON_FIELDS: readonly CaseField[] = ['reason', 'calledNumber', 'language'].map((key) => ({ key, label: {} }));

/** Which facts about the callback itself are shown, under which names and in which order. */
export function CallbackFieldsSection() {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  const fields = given.policy.callbackFields;
  const left = CALLBACK_FIELDS.find((key) => !fields?.some((field) => field.key === key));
  const all = (): CallbackField[] => CALLBACK_FIELDS.map((key) => ({ key, label: {} }));
  const wordOf = (key: CallbackFieldKey) => t(`routeSettings.callbackField.${key}`);
  return (
    <Section title={t('routeSettings.key.callbackFields')}>
      <AllOrChosen name={t('routeSettings.key.callbackFields')} otherwise={t('routeSettings.allFields')} isChosen={fields !== null} onChange={(isChosen) => changePolicy({ callbackFields: isChosen ? all() : null })} />
      {fields && (
        <ListEditor
          items={fields}
          nameOf={({ key }) => wordOf(key)}
          onChange={(list) => changePolicy({ callbackFields: list })}
          oneMore={left ? () => ({ key: left, label: {} }) : null}
          addLabel={t('routeSettings.addField')}
        >
          {({ key, label }, index, change) => (
            <>
              <NativeSelect
                aria-label={t('routeSettings.fieldKey')}
                value={key}
                data={CALLBACK_FIELDS.map((one) => ({ value: one, label: wordOf(one) }))}
                error={wrong(`/policy/callbackFields/${index}/key`)}
                onChange={(event) => change({ key: event.currentTarget.value as CallbackFieldKey })}
              />
              <LabelInputs value={label} of={wordOf(key)} onChange={(words) => change({ label: words })} />
            </>
          )}
        </ListEditor>
      )}
    </Section>
  );
}

interface AllOrChosenProps {
  readonly name: string;
  /** What stands there where nothing is chosen. */
  readonly otherwise: string;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function AllOrChosen({ name, otherwise, isChosen, onChange }: AllOrChosenProps) {
  const { t } = useWords();
  return (
    <SegmentedControl
      size="xs"
      mb={8}
      aria-label={name}
      value={isChosen ? 'chosen' : 'all'}
      onChange={(value) => onChange(value === 'chosen')}
      data={[
        { value: 'all', label: otherwise },
        { value: 'chosen', label: t('routeSettings.chosenFields') },
      ]}
    />
  );
}
