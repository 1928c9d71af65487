import { Button, Group, Input, Popover, Text } from '@mantine/core';
import { IconDialpad } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import type { InCall } from '../api/call-commands.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { readTones, TONES } from './tones.ts';
import { useTones } from './useTones.ts';

/** The keys of a telephone, and a field for many digits at once: the customer hears the tones. */
export function KeypadButton({ callback }: { readonly callback: InCall }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const tones = useTones(callback);
  const close = () => {
    setOpen(false);
    tones.forget();
  };
  return (
    <Popover opened={isOpen} onChange={(opened) => !opened && close()} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <ActionButton variant="default" letter={KEYS.keypad} leftSection={<IconDialpad size={16} />} onClick={() => (isOpen ? close() : setOpen(true))}>
          {t('control.keypad')}
        </ActionButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('control.keypad')}>
        <Keypad tones={tones} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Keypad({ tones: { press, pressed, isPending, problem } }: { readonly tones: ReturnType<typeof useTones> }) {
  const { t } = useWords();
  return (
    <div className="tones">
      <Digits onSend={press} />
      <div role="group" aria-label={t('keypad.keys')} className="keypad">
        {TONES.map((tone) => (
          <Button key={tone} variant="default" size="sm" aria-label={t('keypad.key', { tone })} onClick={() => press(tone)}>
            {tone}
          </Button>
        ))}
      </div>
      <Text size="sm" c="dimmed" role="status" className="pressed">
        {pressed && t(isPending ? 'keypad.sending' : 'keypad.sent', { digits: pressed })}
      </Text>
      <Refusal problem={problem} />
    </div>
  );
}

/** Digits are typed in any width, and heard on Enter. What is no tone stays out, which is said before they are sent. */
function Digits({ onSend }: { readonly onSend: (tones: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const { tones, leftOut } = readTones(typed);
  const message = leftOut.length > 0 ? t('keypad.leftOut', { characters: leftOut.join(' ') }) : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (tones === '') return;
    onSend(tones);
    setTyped('');
  };
  return (
    <form onSubmit={send} autoComplete="off">
      <Input.Wrapper label={t('keypad.digits')} error={message} errorProps={{ role: 'alert' }}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Input data-autofocus inputMode="tel" maxLength={80} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} error={message !== null} w={116} />
          <Button type="submit" className="field-high">
            {t('keypad.send')}
          </Button>
        </Group>
      </Input.Wrapper>
    </form>
  );
}
