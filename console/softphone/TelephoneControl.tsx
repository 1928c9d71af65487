import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { chime } from '../shell/sound.ts';
import { TELEPHONE_LOOKS, telephoneStanding } from './look.ts';
import { MuteButton } from './MuteButton.tsx';
import { SoundDevices } from './SoundDevices.tsx';
import type { Standing } from './state.ts';
import { mayBeRungHere, standingOf } from './state.ts';
import type { OwnSoftphone } from './telephone.ts';
import { useTelephone } from './telephone.ts';

/** In the header of every screen: how the agent's telephone stands, why, and what can be done about it. */
export function TelephoneControl() {
  const { t } = useWords();
  const here = useTelephone();
  const standing = telephoneStanding(here);
  if (standing === null) return null;
  const { icon: Icon, colour } = TELEPHONE_LOOKS[standing];
  const word = t(`telephone.standing.${standing}`);
  return (
    <Group gap="xs" wrap="nowrap" className="telephone">
      <MuteButton />
      <Popover position="bottom-end" width={320} trapFocus returnFocus>
        <Popover.Target>
          <Button variant="subtle" color="gray" px="xs" aria-label={t('telephone.label', { state: word })} leftSection={<Icon size={16} color={`var(--mantine-color-${colour}-text)`} />}>
            <span role="status">{word}</span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('telephone.label', { state: word })}>
          <Stack gap="sm" align="flex-start">
            <Text size="sm">{t(`telephone.explained.${standing}`)}</Text>
            {here.softphone && <Remedies own={here.softphone} unlock={here.unlock} />}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

/** Standings that a press, and the browser's asking again, may change. */
const ASKS_AGAIN: readonly Standing[] = ['unasked', 'refused', 'missing', 'in_use'];
const RING_EVERY_MS = 4_000;

function Remedies({ own, unlock }: { readonly own: OwnSoftphone; readonly unlock: () => Promise<boolean> }) {
  const { t } = useWords();
  const { keeper } = own;
  const standing = standingOf(own.standing);
  useRinging(standing === 'rings');
  return (
    <>
      {ASKS_AGAIN.includes(standing) && (
        <Button onClick={() => void unlock()}>{t(standing === 'unasked' ? 'telephone.turnOn' : 'telephone.again')}</Button>
      )}
      {standing === 'rings' && (
        <Group gap="xs">
          <Button onClick={() => keeper.answer()}>{t('telephone.answer')}</Button>
          <Button variant="default" onClick={() => keeper.decline()}>
            {t('telephone.decline')}
          </Button>
        </Group>
      )}
      {mayBeRungHere(own.standing) && <Button onClick={() => keeper.ringHere()}>{t('telephone.ringHere')}</Button>}
      {own.standing.microphone === 'open' && standing !== 'elsewhere' && <SoundDevices keeper={keeper} />}
    </>
  );
}

/** Sounds while a call rings that is not answered by itself. */
function useRinging(rings: boolean): void {
  useEffect(() => {
    if (!rings) return undefined;
    chime();
    const timer = setInterval(chime, RING_EVERY_MS);
    return () => clearInterval(timer);
  }, [rings]);
}
