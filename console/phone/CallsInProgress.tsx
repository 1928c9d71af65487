import { Text, UnstyledButton } from '@mantine/core';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Section } from '../parts/Section.tsx';
import { AnswerButtons } from './AnswerButtons.tsx';
import type { PhoneCall } from './network.ts';
import { stateOf } from './state.ts';
import { useCalls } from './usePhone.ts';

interface CallsInProgressProps {
  readonly chosen: string | null;
  readonly onChoose: (sid: string) => void;
}

/** Every call in the network: listen to one, or answer the one that rings. */
export function CallsInProgress({ chosen, onChoose }: CallsInProgressProps) {
  const { t } = useWords();
  const calls = useCalls();
  return (
    <Section title={t('phone.calls')}>
      <Loaded query={calls} lines={2}>
        {(known) => (
          <>
            {known.length === 0 && <Nothing>{t('phone.noCalls')}</Nothing>}
            <ul className="phone-calls" aria-label={t('phone.calls')}>
              {known.map((call) => (
                <li key={call.sid} data-open={call.sid === chosen || undefined}>
                  <Call call={call} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Call({ call, onChoose }: { readonly call: PhoneCall; readonly onChoose: (sid: string) => void }) {
  const { t } = useWords();
  const formats = useFormats();
  const ends = { from: formats.number(call.from), to: formats.number(call.to) };
  return (
    <>
      <UnstyledButton className="name" aria-label={t('phone.select', ends)} onClick={() => onChoose(call.sid)}>
        {t('phone.fromTo', ends)}
      </UnstyledButton>
      <Text span size="sm" c="dimmed">
        {t(`phone.states.${stateOf(call)}`)}
      </Text>
      {call.awaitsDecision && <AnswerButtons call={call} onAnswered={() => onChoose(call.sid)} />}
    </>
  );
}
