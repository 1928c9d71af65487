import { Text } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useTelephone } from './telephone.ts';

/** Closes the microphone of a softphone's call, and opens it again; the others stay heard. Nothing while nobody talks. */
export function MuteButton() {
  const { telephone, softphone } = useTelephone();
  if (telephone === 'softphone_simulated') return <SimulatedMute />;
  const { call, isMuted } = softphone?.standing ?? {};
  if (!softphone || call?.phase !== 'talks') return null;
  return <Mute isMuted={isMuted === true} onMute={(on) => softphone.keeper.mute(on)} />;
}

function Mute({ isMuted, onMute }: { readonly isMuted: boolean; readonly onMute: (on: boolean) => void }) {
  const { t } = useWords();
  return (
    <ActionButton
      letter={KEYS.mute}
      size="compact-sm"
      variant={isMuted ? 'filled' : 'default'}
      color="red"
      aria-pressed={isMuted}
      leftSection={isMuted ? <IconMicrophoneOff size={16} /> : <IconMicrophone size={16} />}
      onClick={() => onMute(!isMuted)}
    >
      {t(isMuted ? 'telephone.unmute' : 'telephone.mute')}
    </ActionButton>
  );
}

/** In the sandbox there is no sound to keep back: the button is there to be learnt, and says so. */
function SimulatedMute() {
  const { t } = useWords();
  const { data: desk } = useDesk();
  const [mutedAt, setMutedAt] = useState<string | null>(null);
  const talk = desk?.live?.status === 'connected' ? `${desk.live.id} ${desk.live.attempt}` : null;
  if (talk === null) return null;
  const isMuted = mutedAt === talk;
  return (
    <>
      {isMuted && (
        <Text size="xs" c="dimmed" role="status">
          {t('telephone.mutedSimulated')}
        </Text>
      )}
      <Mute isMuted={isMuted} onMute={(on) => setMutedAt(on ? talk : null)} />
    </>
  );
}
