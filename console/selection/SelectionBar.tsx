import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import type { Selection } from './useSelection.ts';

interface SelectionBarProps {
  readonly selection: Selection;
  /** How many callbacks the search finds; undefined while that is not known. */
  readonly found: number | undefined;
  /** What can be done with what is selected. */
  readonly children?: ReactNode;
}

/** How many are selected, the way to all that the search finds, and what can be done with them. */
export function SelectionBar({ selection, found, children }: SelectionBarProps) {
  const { t } = useWords();
  const { selected } = selection;
  const count = selected.type === 'whole' ? (found ?? 0) : selected.ids.size;
  return (
    <div className="selection-bar">
      <Text size="sm" fw={count > 0 ? 600 : undefined} c={count > 0 ? undefined : 'dimmed'} role="status">
        {t('selection.count', { count })}
      </Text>
      {selected.type !== 'whole' && found !== undefined && found > 0 && (
        <ActionButton letter={KEYS.selectAll} variant="subtle" onClick={selection.selectWhole}>
          {t('selection.whole', { count: found })}
        </ActionButton>
      )}
      {count > 0 && (
        <Button variant="subtle" color="gray" onClick={selection.clear}>
          {t('selection.clear')}
        </Button>
      )}
      {children}
    </div>
  );
}
