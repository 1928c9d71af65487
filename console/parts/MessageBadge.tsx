import type { Message } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { MESSAGE_LOOKS } from '../status/message.ts';

/** How far a message has come, by icon, colour and word. */
export function MessageBadge({ state }: Pick<Message, 'state'>) {
  const { t } = useWords();
  const { icon: Icon, colour, key } = MESSAGE_LOOKS[state];
  return (
    <span className="status">
      <Icon size={16} stroke={1.8} aria-hidden color={`var(--mantine-color-${colour}-text)`} />
      {t(key)}
    </span>
  );
}
