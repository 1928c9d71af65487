import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../i18n/i18n.ts';

interface ListEditorProps<T> {
  readonly items: readonly T[];
  /** How one of them is called on the buttons that move and remove it. */
  readonly nameOf: (item: T) => string;
  readonly onChange: (items: T[]) => void;
  /** One more; null: there can be no more. */
  readonly oneMore: (() => T) | null;
  readonly addLabel: string;
  readonly children: (item: T, index: number, change: (part: Partial<T>) => void) => ReactNode;
}

/** A list whose order counts: each of its lines can be moved up, moved down and removed, by mouse and keyboard. */
export function ListEditor<T>({ items, nameOf, onChange, oneMore, addLabel, children }: ListEditorProps<T>) {
  const list = useRef<HTMLOListElement>(null);
  const move = (from: number, to: number) => {
    // The focus goes along with what was moved, before the next key: that one would move another line.
    flushSync(() => onChange(items.with(from, items[to] as T).with(to, items[from] as T)));
    const wanted = to < from ? ['up', 'down'] : ['down', 'up'];
    const buttons = wanted.map((way) => list.current?.querySelector<HTMLButtonElement>(`[data-place="${to}"] [data-way="${way}"]`));
    buttons.find((button) => button && !button.disabled)?.focus();
  };
  return (
    <>
      <ol className="list-editor" ref={list}>
        {items.map((item, index) => (
          <li key={index} data-place={index}>
            {children(item, index, (part) => onChange(items.with(index, { ...item, ...part })))}
            <LineButtons
              name={nameOf(item)}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onMove={(by) => move(index, index + by)}
              onRemove={() => onChange(items.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      {oneMore && (
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => onChange([...items, oneMore()])}>
          {addLabel}
        </Button>
      )}
    </>
  );
}

interface LineButtonsProps {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function LineButtons({ name, isFirst, isLast, onMove, onRemove }: LineButtonsProps) {
  const { t } = useWords();
  return (
    <span className="line-buttons">
      <ActionIcon variant="subtle" color="gray" data-way="up" disabled={isFirst} aria-label={t('routeSettings.up', { name })} onClick={() => onMove(-1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" data-way="down" disabled={isLast} aria-label={t('routeSettings.down', { name })} onClick={() => onMove(1)}>
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('routeSettings.remove', { name })} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </span>
  );
}
