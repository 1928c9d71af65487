import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

interface SearchTextProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly maxLength: number;
  /** It has the focus when its dialogue opens. */
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
}

/** Text to search for: it takes effect when typing pauses, and never in the middle of a conversion by an input method. */
export function SearchText({ value, onChange, isFirst, ...rest }: SearchTextProps) {
  const [draft, setDraft] = useState({ text: value, over: value });
  const [isComposing, setComposing] = useState(false);
  const typed = draft.over === value ? draft.text : value;
  useEffect(() => {
    if (typed === value || isComposing) return undefined;
    const timer = setTimeout(() => onChange(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, isComposing, onChange]);
  return (
    <TextInput
      {...rest}
      data-autofocus={isFirst}
      value={typed}
      onChange={(event) => setDraft({ text: event.currentTarget.value, over: value })}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
