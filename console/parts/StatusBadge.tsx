import type { Status } from '../../domain/status.ts';
import { useWords } from '../i18n/i18n.ts';
import { STATUS_LOOKS } from '../status/record.ts';

/** A status by icon, colour and word. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const { t } = useWords();
  const { icon: Icon, colour, key } = STATUS_LOOKS[status];
  return (
    <span className="status">
      <Icon size={16} stroke={1.8} aria-hidden color={`var(--mantine-color-${colour}-text)`} />
      {t(key)}
    </span>
  );
}
