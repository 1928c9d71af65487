import { Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { CallsInProgress } from './CallsInProgress.tsx';
import { Dialler } from './Dialler.tsx';
import { MessagesReceived } from './MessagesReceived.tsx';
import { People } from './People.tsx';
import { Telephone } from './Telephone.tsx';
import { usePhoneHints } from './usePhone.ts';

/** A telephone in the sandbox network, and the people at the others. */
export default function PhonePage() {
  const { t } = useWords();
  const [sid, setSid] = useState<string | null>(null);
  usePhoneHints();
  return (
    <div className="phone">
      <div className="phone-left">
        <Title order={1}>{t('phone.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('phone.intro')}
        </Text>
        <Dialler onDialled={setSid} />
        <Telephone sid={sid} />
      </div>
      <div className="phone-right">
        <CallsInProgress chosen={sid} onChoose={setSid} />
        <MessagesReceived />
        <People />
      </div>
    </div>
  );
}
