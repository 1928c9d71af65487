import { Button, Group, MultiSelect, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import type { Disposition, DispositionEffect } from '../../../domain/route.ts';
import { DISPOSITION_EFFECTS } from '../../../domain/route.ts';
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
