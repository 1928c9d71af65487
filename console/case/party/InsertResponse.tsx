import { Button, Collapse } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useWords } from '../../i18n/i18n.ts';
import { ResponsePicker } from '../../responses/ResponsePicker.tsx';

interface InsertResponseProps {
  readonly callbackId: string;
  /** What is written so far. */
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Puts a standard response into a message, after what is written there. */
export function InsertResponse({ callbackId, text, onChange }: InsertResponseProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const insert = (response: string) => {
    onChange(text.trim() === '' ? response : `${text.trimEnd()}\n${response}`);
    setOpen(false);
  };
  return (
    <div onKeyDown={sendNothing}>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        rightSection={isOpen ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
        onClick={() => setOpen(!isOpen)}
      >
        {t('responses.title')}
      </Button>
      <Collapse expanded={isOpen} mt="xs">
        {isOpen && <ResponsePicker callbackId={callbackId} onChoose={insert} />}
      </Collapse>
    </div>
  );
}

/** Enter in the search stands in the message's form, and must not send it. */
function sendNothing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
