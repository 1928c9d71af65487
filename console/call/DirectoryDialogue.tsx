import { Combobox, Modal, ScrollArea, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { InvitationPurpose } from '../../domain/call/call.ts';
import { INVITATION_PURPOSES } from '../../domain/call/call.ts';
import type { InCall } from '../api/call-commands.ts';
import { useWords } from '../i18n/i18n.ts';
import { isComposing } from '../keyboard/rules.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { DirectoryLines } from './DirectoryLines.tsx';
import { useAsking } from './useAsking.ts';

interface DirectoryDialogueProps extends DirectoryProps {
  readonly isOpen: boolean;
}

/** Whom to ask into the call, and what for: typed, chosen by arrows, and asked by Enter. */
export function DirectoryDialogue({ isOpen, ...rest }: DirectoryDialogueProps) {
  const { t } = useWords();
  return (
    <Modal opened={isOpen} onClose={rest.onClose} title={t('directory.title')} size={520} yOffset={72} centered={false} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <Directory {...rest} />
    </Modal>
  );
}

interface DirectoryProps {
  readonly callback: InCall;
  readonly purpose: InvitationPurpose;
  readonly onPurpose: (purpose: InvitationPurpose) => void;
  readonly onClose: () => void;
}

function Directory({ callback, purpose, onPurpose, onClose }: DirectoryProps) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('directory.purpose')}
        value={purpose}
        onChange={(chosen) => onPurpose(chosen)}
        data={INVITATION_PURPOSES.map((one) => ({ value: one, label: t(`control.${one}`) }))}
      />
      <Text size="xs" c="dimmed">
        {t(`directory.hint.${purpose}`)}
      </Text>
      <Lookup callback={callback} purpose={purpose} onClose={onClose} />
    </Stack>
  );
}

/** The field and the lines below it. The list never closes, so that Escape is for the dialogue. */
function Lookup({ callback, purpose, onClose }: Omit<DirectoryProps, 'onPurpose'>) {
  const { t } = useWords();
  const { typed, type, found, entries, list, place, ask, asked, problem } = useAsking(callback, purpose, onClose);
  return (
    <Combobox store={list} onOptionSubmit={(key) => void ask(key)}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          label={t('directory.search')}
          placeholder={t('directory.searchHint')}
          maxLength={100}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={({ key, nativeEvent }) => key === 'Escape' && !isComposing(nativeEvent) && onClose()}
        />
      </Combobox.EventsTarget>
      <Refusal problem={problem} />
      <ScrollArea.Autosize ref={place} mah={360} type="auto" className="directory">
        <Loaded query={found}>{() => <DirectoryLines entries={entries} asked={asked} />}</Loaded>
      </ScrollArea.Autosize>
    </Combobox>
  );
}
