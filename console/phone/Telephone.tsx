import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconPhoneOff } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { Nothing } from '../parts/Nothing.tsx';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Section } from '../parts/Section.tsx';
import { AnswerButtons } from './AnswerButtons.tsx';
import type { PhoneCall } from './network.ts';
import { stateOf } from './state.ts';
import { Transcript } from './Transcript.tsx';
import { useAct, useCall } from './usePhone.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The telephone in one's hand: what is said in the call, the keys, and speaking. */
export function Telephone({ sid }: { readonly sid: string | null }) {
  const { t } = useWords();
  const { data: call } = useCall(sid);
  if (!call) {
    return (
      <Section title={t('phone.transcript')}>
        <Nothing>{t('phone.noCall')}</Nothing>
      </Section>
    );
  }
  return (
    <Section title={t('phone.transcript')} aside={<CallLine call={call} />}>
      <Transcript call={call} />
      {call.active && call.awaitsDecision && <AnswerButtons call={call} />}
      {call.active && !call.awaitsDecision && <Handset call={call} />}
    </Section>
  );
}

function CallLine({ call }: { readonly call: PhoneCall }) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('phone.fromTo', { from: formats.number(call.from), to: formats.number(call.to) })} · {t(`phone.states.${stateOf(call)}`)}
    </Text>
  );
}

function Handset({ call }: { readonly call: PhoneCall }) {
  const { t } = useWords();
  const { run, isPending, problem } = useAct();
  const isAnswered = call.answeredAt !== null;
  return (
    <>
      <Waiting call={call} />
      <div className="handset">
        <div role="group" aria-label={t('phone.keypad')} className="keypad">
          {KEYS.map((key) => (
            <Button
              key={key}
              variant="default"
              size="sm"
              disabled={!isAnswered}
              aria-label={t('phone.key', { key })}
              onClick={() => void run({ sid: call.sid, act: 'digits', body: { digits: key } })}
            >
              {key}
            </Button>
          ))}
        </div>
        <div>
          <Speech isAnswered={isAnswered} onSay={(text) => void run({ sid: call.sid, act: 'speech', body: { text } })} />
          <PendingButton
            color="red"
            leftSection={<IconPhoneOff size={16} />}
            isPending={isPending}
            onClick={() => void run({ sid: call.sid, act: 'hangup', body: {} })}
          >
            {t('phone.hangUp')}
          </PendingButton>
        </div>
      </div>
      <Refusal problem={problem} />
    </>
  );
}

/** What the far end waits for. */
function Waiting({ call: { waitingFor } }: { readonly call: PhoneCall }) {
  const { t } = useWords();
  const [first, second] = waitingFor?.input ?? [];
  const what = first && second ? 'both' : first;
  return (
    <Text size="sm" role="status" className="waiting">
      {what && t(`phone.waiting.${what}`)}
    </Text>
  );
}

function Speech({ isAnswered, onSay }: { readonly isAnswered: boolean; readonly onSay: (text: string) => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onSay(text.trim());
    setText('');
  };
  return (
    <form onSubmit={say}>
      <Group gap="xs" mb="sm" wrap="nowrap">
        <TextInput aria-label={t('phone.speak')} placeholder={t('phone.speak')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button type="submit" variant="default" disabled={!isAnswered}>
          {t('phone.say')}
        </Button>
      </Group>
    </form>
  );
}
