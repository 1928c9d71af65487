import { Text } from '@mantine/core';
import type { Case, Message } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { MessageBadge } from '../parts/MessageBadge.tsx';
import { actorName } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { When } from '../parts/When.tsx';
import './messages.css';

/** What was written to the customer, newest first, and how far it has come. Nothing while nothing was. */
export function Messages({ callback: { messages } }: { readonly callback: Case }) {
  const { t } = useWords();
  if (messages.length === 0) return null;
  return (
    <Section title={t('message.title')}>
      <ol className="lines messages">
        {messages.toReversed().map((message) => (
          <Line key={message.id} message={message} />
        ))}
      </ol>
    </Section>
  );
}

function Line({ message }: { readonly message: Message }) {
  const { t } = useWords();
  const formats = useFormats();
  const { kind, to, subject, text, author, state, createdAt } = message;
  return (
    <li>
      <When at={createdAt} near />
      <strong>{t(`message.kind.${kind}`)}</strong>
      <span className="recipient">{kind === 'sms' ? formats.number(to) : to}</span>
      <MessageBadge state={state} />
      <Why message={message} />
      <Text className="written">
        {subject && <strong>{subject}</strong>}
        {subject && '\n'}
        {text}
      </Text>
      <Text span size="sm" c="dimmed">
        {actorName(author, t)}
      </Text>
    </li>
  );
}

/** Why it did not arrive, and the code to ask others about. */
function Why({ message: { reason, errorCode } }: { readonly message: Message }) {
  const { t } = useWords();
  if (reason === null) return null;
  return (
    <Text size="sm" className="why">
      {t(`message.reason.${reason}`)}
      {errorCode !== null && ` ${t('message.code', { code: errorCode })}`}
    </Text>
  );
}
