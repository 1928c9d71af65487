import { Text, Title } from '@mantine/core';
import { useReasons } from '../../api/queries.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { ReasonsForm } from './ReasonsForm.tsx';

/** What agents may give as the reason of Not Ready. */
export default function ReasonsPage() {
  const { t } = useWords();
  return (
    <>
      <Title order={1}>{t('settings.places.reasons')}</Title>
      <Text c="dimmed">{t('reasons.hint')}</Text>
      <Loaded query={useReasons()}>{(reasons) => <ReasonsForm reasons={reasons} />}</Loaded>
    </>
  );
}
