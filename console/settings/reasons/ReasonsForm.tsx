import { ActionIcon, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client.ts';
import type { NotReadyReason } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import type { Language } from '../../i18n/languages.ts';
import { CATALOGUES, LANGUAGES, LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { KEYS } from '../../keyboard/keys.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { reasonWord } from '../../parts/names.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { useChange } from '../useChange.ts';

interface Line {
  readonly key: number;
  readonly code: string;
  readonly label: Readonly<Record<string, string>>;
}

/** The reasons as lines that are typed in, moved and taken away; nothing holds before it is saved, and nothing typed is lost to a hint. */
export function ReasonsForm({ reasons }: { readonly reasons: readonly NotReadyReason[] }) {
  const { t } = useWords();
  const [lines, setLines] = useState<readonly Line[]>(() => reasons.map((reason, key) => ({ ...reason, key })));
  const [isSaved, setSaved] = useState(false);
  const { run, isPending, problem, clear } = useChange((items: NotReadyReason[]) => answerOf(client.PUT('/v1/not-ready-reasons', { body: { items } })));
  const change = (next: readonly Line[]) => {
    setLines(next);
    setSaved(false);
    clear();
  };
  const move = (index: number, by: number) => {
    const next = [...lines];
    next.splice(index + by, 0, ...next.splice(index, 1));
    change(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaved((await run(lines.map(({ code, label }) => ({ code: code.trim(), label: filled(label) })))) !== null);
  };
  const add = () => change([...lines, { key: Math.max(-1, ...lines.map(({ key }) => key)) + 1, code: '', label: {} }]);
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm" align="flex-start">
        <Table className="listing" w="auto">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('reasons.order')}</Table.Th>
              <Table.Th>{t('reasons.code')}</Table.Th>
              {LANGUAGES.map((tag) => (
                <Table.Th key={tag}>{LANGUAGE_NAMES[tag]}</Table.Th>
              ))}
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, index) => (
              <ReasonLine
                key={line.key}
                line={line}
                isFirst={index === 0}
                isLast={index === lines.length - 1}
                onMove={(by) => move(index, by)}
                onChange={(part) => change(lines.with(index, { ...line, ...part }))}
                onRemove={() => change(lines.toSpliced(index, 1))}
              />
            ))}
          </Table.Tbody>
        </Table>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          {t('reasons.add')}
        </Button>
        {problem?.code === 'malformed' ? <Text role="alert" className="refusal">{t('reasons.malformed')}</Text> : <Refusal problem={problem} />}
        <Group gap="sm">
          <ActionButton letter={KEYS.save} type="submit" isPending={isPending}>
            {t('agents.save')}
          </ActionButton>
          <Text role="status" c="dimmed">
            {isSaved && t('reasons.saved')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

/** What the catalogue of a language says for a code; nothing where it does not know it. */
function ownWord(code: string, tag: Language): string | undefined {
  const words: Readonly<Record<string, string>> = CATALOGUES[tag].reason;
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

function filled(label: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(label).flatMap(([tag, word]) => (word.trim() === '' ? [] : [[tag, word.trim()]])));
}

interface ReasonLineProps {
  readonly line: Line;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: number) => void;
  readonly onChange: (part: Partial<Line>) => void;
  readonly onRemove: () => void;
}

function ReasonLine({ line: { code, label }, isFirst, isLast, onMove, onChange, onRemove }: ReasonLineProps) {
  const { t, language } = useWords();
  const name = reasonWord({ code, label }, t, language);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={2} wrap="nowrap">
          <ActionIcon variant="subtle" aria-label={t('reasons.up', { name })} aria-disabled={isFirst} onClick={() => !isFirst && onMove(-1)}>
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label={t('reasons.down', { name })} aria-disabled={isLast} onClick={() => !isLast && onMove(1)}>
            <IconArrowDown size={16} />
          </ActionIcon>
        </Group>
      </Table.Td>
      <Table.Td>
        <TextInput aria-label={t('reasons.code')} w={140} maxLength={40} value={code} onChange={(event) => onChange({ code: event.currentTarget.value })} />
      </Table.Td>
      {LANGUAGES.map((tag) => (
        <Table.Td key={tag}>
          <TextInput
            aria-label={`${name} ${LANGUAGE_NAMES[tag]}`}
            w={160}
            maxLength={60}
            lang={tag}
            value={label[tag] ?? ''}
            placeholder={ownWord(code, tag)}
            onChange={(event) => onChange({ label: { ...label, [tag]: event.currentTarget.value } })}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <ActionIcon variant="subtle" color="red" aria-label={t('reasons.remove', { name })} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
