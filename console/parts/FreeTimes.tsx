import { Button, Group, Text } from '@mantine/core';
import { useSlots } from '../api/queries.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';

interface FreeTimesProps {
  readonly routeId: string | null;
  /** Takes an instant in ISO 8601. */
  readonly onPick: (at: string) => void;
}

/** The next times at which the route can call back, one press each. Nothing while none are known. */
export function FreeTimes({ routeId, onPick }: FreeTimesProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { data: times = [] } = useSlots(routeId);
  if (times.length === 0) return null;
  return (
    <div role="group" aria-label={t('reschedule.suggestions')}>
      <Text size="xs" c="dimmed" mb={4}>
        {t('reschedule.suggestions')}
      </Text>
      <Group gap={4}>
        {times.map((at) => (
          <Button key={at} size="compact-xs" variant="default" onClick={() => onPick(at)}>
            {formats.near(at)}
          </Button>
        ))}
      </Group>
    </div>
  );
}
