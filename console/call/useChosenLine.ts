import type { ComboboxStore } from '@mantine/core';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

interface Lines {
  /** Where the lines are drawn. */
  readonly place: RefObject<HTMLElement | null>;
  /** What the lines are, in their order, and which of them can be asked. */
  readonly keys: string;
  /** What was typed, when the lines are those of it; null: they are of what was typed before. */
  readonly answered: string | null;
}

/**
 * Keeps a line of the list chosen, so that Enter asks who stands out: the first that can be asked for what was typed, and then whoever
 * is reached by the arrows, also when the lines change places meanwhile. Nobody stands out who was found for something else.
 */
export function useChosenLine(list: ComboboxStore, { place, keys, answered }: Lines): void {
  const { resetSelectedOption, selectFirstOption, updateSelectedOptionIndex } = list;
  const chosenFor = useRef<string | null>(null);
  useEffect(() => {
    if (chosenFor.current !== answered) resetSelectedOption();
    chosenFor.current = answered;
    if (answered === null || keys === '') return;
    const isChosen = place.current?.querySelector('[data-combobox-selected]') != null;
    if (!isChosen) selectFirstOption();
    updateSelectedOptionIndex('selected');
  }, [keys, answered, place, resetSelectedOption, selectFirstOption, updateSelectedOptionIndex]);
}
