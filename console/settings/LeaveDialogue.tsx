import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../i18n/i18n.ts';
import { useLeaveGuard } from '../session/leaving.ts';

/** Asks before unsaved changes are left behind. */
export function LeaveDialogue({ hasChanges }: { readonly hasChanges: boolean }) {
  const { t } = useWords();
  const { asked, stay } = useLeaveGuard(hasChanges);
  return (
    <Modal opened={asked !== null} onClose={stay} title={t('leaving.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <Stack gap="sm">
        <Text>{t('leaving.sentence')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={stay}>
            {t('leaving.stay')}
          </Button>
          <Button color="red" onClick={() => asked?.()}>
            {t('leaving.leave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
