import { Stack, Text } from '@mantine/core';
import type { Case } from '../../api/types.ts';
import { useFormats } from '../../formats/useFormats.ts';
import { useWords } from '../../i18n/i18n.ts';

/** The customer's numbers beside the one that is called, and how to call one of them. */
export function OtherNumbers({ callback: { number, reachable } }: { readonly callback: Case }) {
  const { t } = useWords();
  const formats = useFormats();
  const others = reachable.numbers.filter((one) => one !== number);
  if (others.length === 0) return <Text>{t('party.noNumbers')}</Text>;
  return (
    <Stack gap="sm">
      <ul className="lines">
        {others.map((one) => (
          <li key={one}>
            <strong className="number">{formats.number(one)}</strong>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t('party.numbersHint')}
      </Text>
    </Stack>
  );
}
