import { Text } from '@mantine/core';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Section } from '../parts/Section.tsx';
import type { PhoneMessage } from './network.ts';
import { useMessages } from './usePhone.ts';

/** The texts that people in the network were sent, newest first. */
export function MessagesReceived() {
  const { t } = useWords();
  const messages = useMessages();
  return (
    <Section title={t('phone.texts')}>
      <Loaded query={messages} lines={2}>
        {(known) => (
          <>
            {known.length === 0 && <Nothing>{t('phone.noTexts')}</Nothing>}
            <ul className="phone-texts" aria-label={t('phone.texts')}>
              {known.map((message) => (
                <Received key={message.sid} message={message} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Received({ message: { to, body, status, createdAt } }: { readonly message: PhoneMessage }) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <li>
      <Text size="sm" c="dimmed">
        {formats.number(to)} · <time dateTime={createdAt}>{formats.near(createdAt)}</time> · {t(`phone.textStates.${status}`)}
      </Text>
      <Text className="written">{body}</Text>
    </li>
  );
}
