import { Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Case } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { AskingForm } from '../../parts/Asking.tsx';
import { useSignedIn } from '../../session/centre.ts';
import { InsertResponse } from '../../responses/InsertResponse.tsx';
import { isAddress, mailtoUrl } from './mailto.ts';
import { Recipient } from './Recipient.tsx';
import { useSending } from './useSending.ts';

interface EmailFormProps {
  readonly callback: Case;
  readonly onClose: () => void;
  /** Told the id of what was sent. */
  readonly onSent: (messageId: string) => void;
}

/** Writes an e-mail to the customer: sent from here where there is a mail server, else handed to the agent's own mail program. */
export function EmailForm({ callback: { id, reachable }, onClose, onSent }: EmailFormProps) {
  const { t } = useWords();
  const { mail: hasServer } = useSignedIn();
  const [given, setGiven] = useState({ to: reachable.addresses[0] ?? '', subject: '', text: '' });
  const area = useRef<HTMLTextAreaElement>(null);
  const [isTried, setTried] = useState(false);
  const { send, isPending, problem } = useSending(id);
  const change = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }));
  const to = given.to.trim();
  const isBadAddress = problem?.fields['to'] !== undefined || (isTried && !isAddress(to));
  const submit = async () => {
    setTried(true);
    if (!isAddress(to) || given.text.trim() === '') return false;
    if (!hasServer) {
      globalThis.location.assign(mailtoUrl({ ...given, to }));
      return true;
    }
    const sent = await send({ kind: 'email', ...given, to });
    if (sent !== null) onSent(sent.id);
    return sent !== null;
  };
  return (
    <AskingForm
      onSubmit={submit}
      onClose={onClose}
      submit={t(hasServer ? 'message.submit' : 'message.openMail')}
      isPending={isPending}
      problem={isBadAddress ? null : problem}
    >
      {!hasServer && (
        <Text size="sm" c="dimmed">
          {t('message.noServer')}
        </Text>
      )}
      <Recipient
        known={reachable.addresses.map((address) => ({ value: address, label: address }))}
        value={given.to}
        onChange={(value) => change({ to: value })}
        other={{ label: t('message.otherAddress'), type: 'email' }}
        error={isBadAddress ? t('message.badAddress') : null}
      />
      <TextInput label={t('message.subject')} maxLength={200} value={given.subject} onChange={(event) => change({ subject: event.currentTarget.value })} />
      <InsertResponse callbackId={id} area={area} text={given.text} onText={(text) => change({ text })} />
      <Textarea
        ref={area}
        label={t('message.text')}
        withAsterisk
        data-autofocus={to === '' ? undefined : true}
        autosize
        minRows={6}
        maxRows={16}
        maxLength={20_000}
        value={given.text}
        error={isTried && given.text.trim() === '' && t('message.missing')}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </AskingForm>
  );
}
