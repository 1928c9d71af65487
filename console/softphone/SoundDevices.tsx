import { NativeSelect, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/i18n.ts';
import type { SoftphoneKeeper } from './keeper.ts';
import type { ChosenDevice, ChosenDevices } from './memory.ts';
import { chosenDevices, foundAmong } from './memory.ts';

/** Which microphone is spoken into, and where the others are heard; kept for this browser. */
export function SoundDevices({ keeper }: { readonly keeper: SoftphoneKeeper }) {
  const { t } = useWords();
  const devices = useDevices();
  const [chosen, setChosen] = useState(chosenDevices);
  const choose = (change: Partial<ChosenDevices>) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    keeper.use(next);
  };
  return (
    <Stack gap={6} w="100%">
      <DeviceSelect label={t('telephone.microphone')} devices={devices} kind="audioinput" value={chosen.microphone} onChange={(microphone) => choose({ microphone })} />
      {'setSinkId' in HTMLMediaElement.prototype && (
        <DeviceSelect label={t('telephone.speaker')} devices={devices} kind="audiooutput" value={chosen.speaker} onChange={(speaker) => choose({ speaker })} />
      )}
    </Stack>
  );
}

interface DeviceSelectProps {
  readonly label: string;
  readonly devices: readonly MediaDeviceInfo[];
  readonly kind: MediaDeviceKind;
  readonly value: ChosenDevice | null;
  readonly onChange: (device: ChosenDevice | null) => void;
}

function DeviceSelect({ label, devices, kind, value, onChange }: DeviceSelectProps) {
  const { t } = useWords();
  // The browser lists the system's own choice once more, as a device of its own.
  const own = devices.filter((device) => device.kind === kind && device.deviceId !== 'default' && device.deviceId !== '');
  const choose = (id: string) => {
    const device = own.find(({ deviceId }) => deviceId === id);
    onChange(device ? { id, name: device.label } : null);
  };
  return (
    <NativeSelect
      label={label}
      value={foundAmong(own, kind, value)?.deviceId ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[{ value: '', label: t('telephone.systemChoice') }, ...own.map((device) => ({ value: device.deviceId, label: device.label }))]}
    />
  );
}

/** What is plugged in now. */
function useDevices(): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    const read = () => void navigator.mediaDevices.enumerateDevices().then(setDevices, () => undefined);
    read();
    navigator.mediaDevices.addEventListener('devicechange', read);
    return () => navigator.mediaDevices.removeEventListener('devicechange', read);
  }, []);
  return devices;
}
