import { Button, Popover, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { IconBell, IconChevronDown, IconKey, IconLogout } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { signOut } from '../session/auth.ts';
import { useSignedIn } from '../session/centre.ts';
import { PasswordDialogue } from '../session/PasswordDialogue.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';

/** Who one is, how the console looks to them, and the way out. */
export function UserMenu() {
  const { t } = useWords();
  const me = useSignedIn();
  const [isOpen, setOpen] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const changePassword = () => {
    setOpen(false);
    // What has the focus now goes with the menu: the dialogue gives it back to what is there before it.
    button.current?.focus();
    setChanging(true);
  };
  return (
    <>
      <Popover position="bottom-end" opened={isOpen} onChange={setOpen} trapFocus returnFocus>
        <Popover.Target>
          <Button
            ref={button} variant="subtle" color="gray" rightSection={<IconChevronDown size={16} />} aria-label={t('user.menu', { name: me.name })} className="user"
            onClick={() => setOpen(!isOpen)}
          >
            {me.name}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('user.menu', { name: me.name })}>
          <Stack gap="sm" miw={240}>
            <WhoOneIs />
            <LanguageChoice />
            <SchemeChoice />
            <NotificationChoice />
            {me.hasPassword && (
              <Button variant="default" leftSection={<IconKey size={16} />} onClick={changePassword}>
                {t('password.change')}
              </Button>
            )}
            <SignOutButton />
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <PasswordDialogue isOpen={isChanging} onClose={() => setChanging(false)} />
    </>
  );
}

function WhoOneIs() {
  const { t } = useWords();
  const me = useSignedIn();
  return (
    <div>
      <Text fw={600}>{me.name}</Text>
      <Text size="xs" c="dimmed">
        {me.email} · {t(`user.role.${me.role}`)}
      </Text>
    </div>
  );
}

const SCHEMES = ['auto', 'light', 'dark'] as const;

function SchemeChoice() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('user.scheme')}
      value={colorScheme}
      onChange={(scheme) => setColorScheme(scheme)}
      data={SCHEMES.map((scheme) => ({ value: scheme, label: t(`user.schemes.${scheme}`) }))}
    />
  );
}

/** Desktop notifications need a press to be asked for. Nothing where the browser has none. */
function NotificationChoice() {
  const { t } = useWords();
  const [permission, setPermission] = useState(() => ('Notification' in globalThis ? Notification.permission : null));
  if (permission === null) return null;
  if (permission !== 'default') {
    return (
      <Text size="xs" c="dimmed">
        {t(permission === 'granted' ? 'user.notifyOn' : 'user.notifyBlocked')}
      </Text>
    );
  }
  const ask = async () => setPermission(await Notification.requestPermission());
  return (
    <Button variant="default" leftSection={<IconBell size={16} />} onClick={() => void ask()}>
      {t('user.notify')}
    </Button>
  );
}

function SignOutButton() {
  const { t } = useWords();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      queries.setQueryData(['me'], null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    },
  });
  return (
    <>
      <PendingButton variant="default" leftSection={<IconLogout size={16} />} isPending={isPending} onClick={() => mutate()}>
        {t('user.signOut')}
      </PendingButton>
      <Refusal problem={error && asProblem(error)} />
    </>
  );
}
