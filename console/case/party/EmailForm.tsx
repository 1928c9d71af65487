import { Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Case } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { AskingForm } from '../../parts/Asking.tsx';
import { useSignedIn } from '../../session/centre.ts';
import { InsertResponse } from '../../responses/InsertResponse.tsx';
import type { Draft } from './draft.ts';
import { isAddress, mailtoUrl } from './mailto.ts';
import { Recipient } from './Recipient.tsx';
import { useSending } from './useSending.ts';

interface EmailFormProps {
  readonly callback: Case;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onClose: () => void;
  /** Told the id of what was sent. */
  readonly onSent: (messageId: string) => void;
}

/** Writes an e-mail to the customer: sent from here where there is a mail server, else handed to the agent's own mail program. */
export function EmailForm({ callback: { id, reachable }, draft, onDraft, onClose, onSent }: EmailFormProps) {
  const { t } = useWords();
  const { mail: hasServer } = useSignedIn();
  const [typedTo, setTo] = useState(reachable.addresses[0] ?? '');
  const area = useRef<HTMLTextAreaElement>(null);
  const [isTried, setTried] = useState(false);
  const { send, isPending, problem } = useSending(id);
  const change = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  const to = typedTo.trim();
  const isBadAddress = problem?.fields['to'] !== undefined || (isTried && !isAddress(to));
  const submit = async () => {
    setTried(true);
    if (!isAddress(to) || draft.text.trim() === '') return false;
    if (!hasServer) {
      globalThis.location.assign(mailtoUrl({ ...draft, to }));
      return true;
    }
    const sent = await send({ kind: 'email', ...draft, to });
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
        value={typedTo}
        onChange={setTo}
        other={{ label: t('message.otherAddress'), type: 'email' }}
        error={isBadAddress ? t('message.badAddress') : null}
      />
      <TextInput label={t('message.subject')} data-autofocus={to === '' ? undefined : true} maxLength={200} value={draft.subject} onChange={(event) => change({ subject: event.currentTarget.value })} />
      <InsertResponse callbackId={id} area={area} text={draft.text} onText={(text) => change({ text })} />
      <Textarea
        ref={area}
        label={t('message.text')}
        withAsterisk
        autosize
        minRows={6}
        maxRows={16}
        maxLength={20_000}
        value={draft.text}
        error={isTried && draft.text.trim() === '' && t('message.missing')}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </AskingForm>
  );
}
