import { Button, Kbd } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useRef } from 'react';
import { useWords } from '../../i18n/i18n.ts';
import { KEYS } from '../../keyboard/keys.ts';
import { useShortcut } from '../../keyboard/useShortcut.ts';

/** Opens the menu; it shows the key that presses it. */
export function PartyButton({ ref, ...rest }: Omit<ComponentPropsWithRef<'button'>, 'color'>) {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const both = useMergedRef(button, ref);
  useShortcut(KEYS.party, button);
  const key = (
    <>
      <Kbd aria-hidden className="key" mr={4}>
        Alt {KEYS.party}
      </Kbd>
      <IconChevronDown size={14} aria-hidden />
    </>
  );
  return (
    <Button ref={both} variant="default" size="compact-sm" aria-keyshortcuts={`Alt+${KEYS.party}`} rightSection={key} {...rest}>
      {t('party.menu')}
    </Button>
  );
}
