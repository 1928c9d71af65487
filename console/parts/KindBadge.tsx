import { Badge } from '@mantine/core';
import type { CallbackRow } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';

interface KindBadgeProps {
  readonly kind: CallbackRow['kind'];
  /** The case is read before the offer is answered. */
  readonly preview?: boolean;
}

/** When the customer wants the call, and whether its offer is one with preview. */
export function KindBadge({ kind, preview = false }: KindBadgeProps) {
  const { t } = useWords();
  return (
    <Badge variant="light" radius="sm" tt="none" className="kind">
      {preview ? `${t(`kind.${kind}`)} · ${t('status.preview')}` : t(`kind.${kind}`)}
    </Badge>
  );
}
