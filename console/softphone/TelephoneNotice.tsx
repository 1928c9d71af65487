import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../i18n/i18n.ts';
import { TELEPHONE_LOOKS, telephoneStanding } from './look.ts';
import { useTelephone } from './telephone.ts';

/** Where one sets oneself Ready: why one could not be rung. Nothing while one can be. */
export function TelephoneNotice() {
  const { t } = useWords();
  const standing = telephoneStanding(useTelephone());
  if (standing === null || !TELEPHONE_LOOKS[standing].isTrouble) return null;
  return (
    <Text size="sm" role="alert" className="refusal" maw={300}>
      <IconAlertTriangle size={16} aria-hidden />
      <span>{t(`telephone.explained.${standing}`)}</span>
    </Text>
  );
}
