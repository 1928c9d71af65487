import { Button, Code, CopyButton, Group, Stack, Table, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../../i18n/i18n.ts';

interface Made {
  readonly name: string;
  readonly email?: string;
  readonly password: string;
}

/** Passwords that are shown this once: they can be copied, and are gone when this is closed. */
export function ShownOnce({ passwords, onClose }: { readonly passwords: readonly Made[]; readonly onClose: () => void }) {
  const { t } = useWords();
  const text = passwords.map(({ name, email, password }) => [email, name, password].filter(Boolean).join('\t')).join('\n');
  return (
    <Stack gap="sm">
      <Text role="status">{t('agents.shownOnce', { count: passwords.length })}</Text>
      <div className="once">
        <Table>
          <Table.Tbody>
            {passwords.map(({ name, email, password }) => (
              <Table.Tr key={email ?? name}>
                <Table.Td>{name}</Table.Td>
                {email && <Table.Td>{email}</Table.Td>}
                <Table.Td>
                  <Code fz={15}>{password}</Code>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group gap="xs" justify="flex-end">
        <CopyButton value={passwords.length === 1 ? (passwords[0]?.password ?? '') : text}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy} data-autofocus>
              {t(copied ? 'agents.copied' : 'agents.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('app.close')}</Button>
      </Group>
    </Stack>
  );
}
