import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/i18n.ts';
import { KEYS } from '../../keyboard/keys.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { PendingButton } from '../../parts/PendingButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { LeaveDialogue } from '../LeaveDialogue.tsx';
import type { Editing } from './useEditing.ts';

interface SaveRowProps {
  readonly editing: Omit<Editing<unknown>, 'given' | 'change'>;
  readonly isNew: boolean;
  /** Why it cannot be saved yet; `text`: the field says it. */
  readonly fault: 'nothing' | 'half' | 'noName' | 'text' | null;
  /** What to say when somebody else has saved theirs meanwhile. */
  readonly behind: ReactNode;
  /** What else can be done with it. */
  readonly children: ReactNode;
}

/** Saving what is written, going back to what is stored, and what to do when somebody else was faster. */
export function SaveRow({ editing, isNew, fault, behind, children }: SaveRowProps) {
  const { t } = useWords();
  const { hasChanges, isBehind, isSaved, isPending, problem } = editing;
  return (
    <>
      {isBehind && (
        <div role="alert" className="behind">
          <Text size="sm">{behind}</Text>
          <Group gap="xs" mt={4}>
            <PendingButton variant="default" isPending={isPending} disabled={fault !== null} onClick={() => void editing.saveOver()}>
              {t('responses.putOnTop')}
            </PendingButton>
            <Button variant="default" onClick={editing.discard}>
              {t('responses.takeTheirs')}
            </Button>
          </Group>
        </div>
      )}
      {fault !== null && fault !== 'text' && <Text c="dimmed">{t(`responses.fault.${fault}`)}</Text>}
      {!isBehind && <Refusal problem={problem} />}
      <Group gap="xs">
        <ActionButton letter={KEYS.save} isPending={isPending} disabled={!hasChanges || fault !== null || isBehind} onClick={() => void editing.save()}>
          {t(isNew ? 'responses.create' : 'responses.save')}
        </ActionButton>
        <Button variant="default" disabled={!hasChanges || isPending} onClick={editing.discard}>
          {t('responses.discard')}
        </Button>
        <Text role="status" c="dimmed">
          {isSaved && t('responses.saved')}
        </Text>
        <Group gap="xs" ml="auto">
          {children}
        </Group>
      </Group>
      <LeaveDialogue hasChanges={hasChanges} />
    </>
  );
}
