import { Text } from '@mantine/core';
import type { Case } from '../api/types.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSignedIn } from '../session/centre.ts';
import { CallState } from './CallState.tsx';
import type { Part } from './part.ts';
import { isParked } from './standing.ts';

interface JoinedStandingProps {
  readonly callback: Case;
  readonly part: Part;
}

/** Whose conversation one is in, how, and where it stands. */
export function JoinedStanding({ callback, part }: JoinedStandingProps) {
  const { t } = useWords();
  const { id } = useSignedIn();
  const { call } = callback;
  return (
    <div className="standing" role="status" aria-live="polite" aria-atomic="false">
      {call && <CallState callback={callback} call={call} isParked={isParked(call, id)} />}
      <Text fw={600}>{sentence(part, callback.agent?.name ?? t('actor.user'), t)}</Text>
    </div>
  );
}

function sentence(part: Part, name: string, t: Translate): string {
  if (part.isRinging) return t('joined.ringing');
  if (part.as === 'supervisor') return t(`joined.supervises.${part.how}`, { name });
  return t(part.as === 'guest' ? 'joined.consulted' : 'joined.takesPart', { name });
}
