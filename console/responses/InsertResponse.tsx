import { Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconMessage2 } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useState } from 'react';
import { piecesOf } from '../../domain/standard-response.ts';
import { useWords } from '../i18n/i18n.ts';
import { insertAtCaret } from './insert-at-caret.ts';
import { ResponsePicker } from './ResponsePicker.tsx';

interface InsertResponseProps {
  readonly callbackId: string;
  /** The field of the message, and what stands in it. */
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Puts a standard response where the caret of a message is, and warns of places in it that are not filled in. */
export function InsertResponse({ callbackId, area, text, onText }: InsertResponseProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const unfilled = piecesOf(text).flatMap((piece) => (piece.placeholder === null ? [] : [piece.text]));
  const choose = (filled: string) => {
    setOpen(false);
    insertAtCaret({ area, text, onText }, filled);
  };
  return (
    <Stack gap="xs" align="stretch" onKeyDown={sendNothing}>
      <Button variant="default" leftSection={<IconMessage2 size={16} />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} style={{ alignSelf: 'flex-start' }}>
        {t('responses.title')}
      </Button>
      {isOpen && <ResponsePicker callbackId={callbackId} onChoose={choose} />}
      {unfilled.length > 0 && (
        <Text size="sm" role="status" className="refusal">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t('responses.unfilled', { places: [...new Set(unfilled)].join(', ') })}</span>
        </Text>
      )}
    </Stack>
  );
}

/** Enter in the search stands in the message's form, and must not send the message. */
function sendNothing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
