import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Requested } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import type { RequestFormProps } from './RequestForm.tsx';
import { RequestForm } from './RequestForm.tsx';

interface RequestDialogueProps extends Pick<RequestFormProps, 'given' | 'customerZone'> {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onShow: (id: string) => void;
}

/** Asks for a callback, and says what became of the request. */
export function RequestDialogue({ isOpen, onClose, ...steps }: RequestDialogueProps) {
  const { t } = useWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('request.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <RequestSteps onClose={onClose} {...steps} />
    </Modal>
  );
}

function RequestSteps({ onClose, onShow, ...known }: Omit<RequestDialogueProps, 'isOpen'>) {
  const { t } = useWords();
  const [requested, setRequested] = useState<Requested | null>(null);
  if (requested === null) return <RequestForm {...known} onRequested={setRequested} onClose={onClose} />;
  const show = () => {
    onClose();
    onShow(requested.id);
  };
  return (
    <Stack gap="md">
      <Text role="status">{t(`request.results.${requested.result}`)}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => setRequested(null)}>
          {t('request.another')}
        </Button>
        <Button onClick={show} data-autofocus>
          {t('request.show')}
        </Button>
      </Group>
    </Stack>
  );
}
