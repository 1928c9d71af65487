import { Checkbox } from '@mantine/core';
import type { KeyboardEvent, MouseEvent } from 'react';
import { memo, useRef } from 'react';
import { useWords } from '../i18n/i18n.ts';
import type { Selection } from './useSelection.ts';

interface RowBoxProps {
  readonly id: string;
  /** Whose row it is. */
  readonly name: string;
  readonly isOn: boolean;
  readonly onPress: Selection['press'];
}

/** The box that selects one row. Shift selects from the last one to this; the arrow keys go from row to row. */
export const RowBox = memo(function RowBox({ id, name, isOn, onPress }: RowBoxProps) {
  const { t } = useWords();
  const isRange = useRef(false);
  return (
    <Checkbox
      size="xs"
      className="select-box"
      aria-label={t('selection.row', { name })}
      checked={isOn}
      onClick={(event: MouseEvent) => {
        isRange.current = event.shiftKey;
      }}
      onChange={() => onPress(id, isRange.current)}
      onKeyDown={goToNeighbour}
    />
  );
});

/** The box above the rows, which selects all that are shown. */
export function AllBox({ selection, shown }: { readonly selection: Selection; readonly shown: readonly string[] }) {
  const { t } = useWords();
  const count = shown.filter(selection.has).length;
  return (
    <Checkbox
      size="xs"
      className="select-box"
      aria-label={t('selection.shown')}
      checked={count > 0 && count === shown.length}
      indeterminate={count > 0 && count < shown.length}
      onChange={selection.pressAll}
      onKeyDown={goToNeighbour}
    />
  );
}

function goToNeighbour(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const boxes = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>('.select-box input') ?? [])];
  const neighbour = boxes[boxes.indexOf(event.currentTarget) + step];
  if (!neighbour) return;
  event.preventDefault();
  neighbour.focus();
}
