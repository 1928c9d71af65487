import { Checkbox, SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';
import { DISTRIBUTION_METHODS } from '../../domain/plan.ts';
import { useWords } from '../i18n/i18n.ts';
import type { AgentChoice } from './agent-choice.ts';

/** Equal or manual; equal may count what the agents carry already. */
export function MethodFields({ choice }: { readonly choice: AgentChoice }) {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      <Text size="sm" fw={500} id={id}>
        {t('distribution.method')}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        value={choice.method}
        onChange={(method) => choice.setMethod(method)}
        data={DISTRIBUTION_METHODS.map((method) => ({ value: method, label: t(`distribution.methods.${method}`) }))}
      />
      {choice.method === 'equal' && (
        <Checkbox
          size="xs"
          label={t('distribution.levelled')}
          checked={choice.levelled}
          onChange={(event) => choice.setLevelled(event.currentTarget.checked)}
        />
      )}
    </>
  );
}
