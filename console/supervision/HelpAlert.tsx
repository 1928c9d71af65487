import { Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { chime } from '../shell/sound.ts';
import { customerName } from '../parts/names.ts';
import { useSignedIn } from '../session/centre.ts';
import type { LiveCall } from './live-calls.ts';
import { useLiveCalls } from './live-calls.ts';
import { SupervisionButtons } from './SupervisionButtons.tsx';

/** Agents who ask for help, on every screen of a supervisor, with what can be done at once. It sounds once for each. */
export function HelpAlert() {
  const me = useSignedIn();
  const isSupervisor = me.role === 'administrator';
  const { data = [] } = useLiveCalls(isSupervisor);
  const asking = data.filter(({ helpWanted }) => helpWanted);
  if (!isSupervisor) return null;
  return (
    <div role="status" aria-live="assertive">
      {asking.map((call, place) => (
        <Asking key={call.id} call={call} isFirst={place === 0} />
      ))}
    </div>
  );
}

interface AskingProps {
  readonly call: LiveCall;
  /** Whose call the key joins. */
  readonly isFirst: boolean;
}

function Asking({ call, isFirst }: AskingProps) {
  const { t } = useWords();
  useEffect(chime, []);
  return (
    <section className="banner" aria-label={t('supervision.helpWanted')}>
      <IconHandStop size={20} aria-hidden />
      <Text fw={600} truncate mr="auto">
        {t('supervision.asksForHelp', { agent: call.agent?.name ?? '', route: call.route.name, name: customerName(call, t) })}
      </Text>
      <SupervisionButtons call={call} letters={isFirst ? { listen: KEYS.answerHelp } : {}} />
    </section>
  );
}
