import { Button, Group, MultiSelect, NativeSelect, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import type { CallbackField, CallbackFieldKey, CaseField, Disposition, DispositionEffect } from '../../../domain/route.ts';
import { CALLBACK_FIELDS, DISPOSITION_EFFECTS } from '../../../domain/route.ts';
import { useAgents } from '../../api/queries.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Section } from '../../parts/Section.tsx';
import { LabelInputs } from '../fields/LabelInputs.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { useRouteForm } from './form.ts';
import { PolicySwitch } from './PolicyFields.tsx';

/** The codes agents may file, what each is called, and whether it ends the callback. */
export function DispositionSection() {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  const { dispositions } = given.policy;
  const fresh = (): Disposition => ({ code: `code_${dispositions.length + 1}`, label: {}, effect: 'end' });
  return (
    <Section title={t('routeSettings.key.dispositions')}>
      <PolicySwitch name="dispositionMandatory" />
      <ListEditor items={dispositions} nameOf={({ code }) => code} onChange={(list) => changePolicy({ dispositions: list })} oneMore={fresh} addLabel={t('routeSettings.addDisposition')}>
        {({ code, label, effect }, index, change) => (
          <>
            <TextInput aria-label={t('routeSettings.code')} value={code} maxLength={40} error={wrong(`/policy/dispositions/${index}/code`)} onChange={(event) => change({ code: event.currentTarget.value })} />
            <LabelInputs value={label} of={code} onChange={(words) => change({ label: words })} />
            <NativeSelect
              aria-label={t('routeSettings.effectOf', { name: code })}
              value={effect}
              data={DISPOSITION_EFFECTS.map((one) => ({ value: one, label: t(`routeSettings.effect.${one}`) }))}
              onChange={(event) => change({ effect: event.currentTarget.value as DispositionEffect })}
            />
          </>
        )}
      </ListEditor>
    </Section>
  );
}

export function InstructionsSection() {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  return (
    <Section title={t('routeSettings.key.instructions')}>
      <Textarea
        aria-label={t('routeSettings.key.instructions')}
        description={t('routeSettings.hint.instructions')}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={20_000}
        value={given.policy.instructions}
        error={wrong('/policy/instructions')}
        onChange={(event) => changePolicy({ instructions: event.currentTarget.value })}
      />
    </Section>
  );
}

/** What the case shows of the data that came with the request, under which names and in which order. */
export function CaseFieldsSection() {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  const fields = given.policy.caseFields;
  return (
    <Section title={t('routeSettings.key.caseFields')}>
      <AllOrChosen name={t('routeSettings.key.caseFields')} isChosen={fields !== null} onChange={(isChosen) => changePolicy({ caseFields: isChosen ? COMMON_FIELDS : null })} />
      {fields && (
        <ListEditor items={fields} nameOf={({ key }) => key} onChange={(list) => changePolicy({ caseFields: list })} oneMore={() => ({ key: '', label: {} })} addLabel={t('routeSettings.addField')}>
          {({ key, label }, index, change) => (
            <>
              <TextInput
                aria-label={t('routeSettings.fieldKey')}
                placeholder={t('routeSettings.fieldKey')}
                value={key}
                maxLength={100}
                error={wrong(`/policy/caseFields/${index}/key`)}
                onChange={(event) => change({ key: event.currentTarget.value })}
              />
              <LabelInputs value={label} of={key} onChange={(words) => change({ label: words })} />
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
      <AllOrChosen name={t('routeSettings.key.callbackFields')} isChosen={fields !== null} onChange={(isChosen) => changePolicy({ callbackFields: isChosen ? all() : null })} />
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
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function AllOrChosen({ name, isChosen, onChange }: AllOrChosenProps) {
  const { t } = useWords();
  return (
    <SegmentedControl
      size="xs"
      mb={8}
      aria-label={name}
      value={isChosen ? 'chosen' : 'all'}
      onChange={(value) => onChange(value === 'chosen')}
      data={[
        { value: 'all', label: t('routeSettings.allFields') },
        { value: 'chosen', label: t('routeSettings.chosenFields') },
      ]}
    />
  );
}

/** The agents this route's callbacks may be offered to. */
export function AgentsSection() {
  const { t } = useWords();
  const { given, change } = useRouteForm();
  const { data: agents = [] } = useAgents();
  return (
    <Section title={t('routeSettings.key.agentIds')}>
      <MultiSelect
        aria-label={t('routeSettings.key.agentIds')}
        searchable
        data={agents.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...given.agentIds]}
        onChange={(agentIds) => change({ agentIds })}
      />
      <Group gap="xs" mt={6}>
        <Button variant="default" onClick={() => change({ agentIds: agents.map(({ id }) => id) })}>
          {t('routeSettings.allAgents')}
        </Button>
        <Button variant="default" onClick={() => change({ agentIds: [] })}>
          {t('routeSettings.noAgents')}
        </Button>
        <Text c="dimmed">{t('routeSettings.agentCount', { count: given.agentIds.length })}</Text>
      </Group>
    </Section>
  );
}
