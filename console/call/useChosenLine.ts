import type { ComboboxStore } from '@mantine/core';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

interface Lines {
  /** Where the lines are drawn. */
  readonly place: RefObject<HTMLElement | null>;
  /** What the lines are, in their order. */
  readonly keys: string;
  readonly typed: string;
}

/**
 * Keeps a line of the list chosen, so that Enter asks who stands out: the first that can be asked for what was typed, and then whoever
 * is reached by the arrows, also when the lines change places meanwhile.
 */
export function useChosenLine({ selectFirstOption, updateSelectedOptionIndex }: ComboboxStore, { place, keys, typed }: Lines): void {
  const chosenFor = useRef<string | null>(null);
  const latest = useRef(typed);
  useEffect(() => {
    latest.current = typed;
  }, [typed]);
  useEffect(() => {
    if (keys === '') return;
    const isStillThere = place.current?.querySelector('[data-combobox-selected]') != null;
    if (!isStillThere || chosenFor.current !== latest.current) selectFirstOption();
    chosenFor.current = latest.current;
    updateSelectedOptionIndex('selected');
  }, [keys, place, selectFirstOption, updateSelectedOptionIndex]);
}
