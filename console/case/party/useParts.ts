import { useEffect, useState } from 'react';

type Count = (text: string) => number;

/**
 * As how many SMS a text is sent: fewer characters fit where it is not all in the alphabet of GSM 03.38. Null while that is not known:
 * counting takes tables that nobody else needs, and they are read when first asked for.
 */
export function useParts(text: string): number | null {
  const [count, setCount] = useState<Count | null>(null);
  useEffect(() => {
    // Without the tables the text can be sent just as well.
    import('sms-segments-calculator').then(({ SegmentedMessage }) => setCount(() => (of: string) => new SegmentedMessage(of).segmentsCount)).catch(() => undefined);
  }, []);
  return count === null || text === '' ? null : count(text);
}
