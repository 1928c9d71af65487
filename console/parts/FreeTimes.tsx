import { Button, Group, Text } from '@mantine/core';
import { useSlots } from '../api/queries.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';

interface FreeTimesProps {
  readonly routeId: string | null;
  /** An IANA zone whose clock is shown beside the centre's where it differs. */
  readonly besideZone?: string | null;
  /** Takes an instant in ISO 8601. */
  readonly onPick: (at: string) => void;
}

/** The next times at which the route can call back, one press each. Nothing while none are known. */
export function FreeTimes({ routeId, besideZone = null, onPick }: FreeTimesProps) {
  const { t } = useWords();
  const { data: times = [] } = useSlots(routeId);
  return <TimeChoices label={t('reschedule.suggestions')} times={times} besideZone={besideZone} onPick={onPick} />;
}

interface TimeChoicesProps {
  readonly label: string;
  /** ISO 8601. */
  readonly times: readonly string[];
  /** An IANA zone whose clock is shown beside the centre's where it differs. */
  readonly besideZone?: string | null;
  readonly onPick: (at: string) => void;
}

/** Times to choose from, one press each. Nothing where there are none. */
export function TimeChoices({ label, times, besideZone = null, onPick }: TimeChoicesProps) {
  const formats = useFormats();
  if (times.length === 0) return null;
  const nameOf = (at: string) => [formats.near(at), formats.beside(at, besideZone)].filter((part) => part !== null);
  return (
    <div role="group" aria-label={label}>
      <Text size="xs" c="dimmed" mb={4}>
        {label}
      </Text>
      <Group gap={4}>
        {times.map((at) => (
          <Button key={at} size="compact-xs" variant="default" onClick={() => onPick(at)}>
            {nameOf(at).join(' · ')}
          </Button>
        ))}
      </Group>
    </div>
  );
}
