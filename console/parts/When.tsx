import { useFormats } from '../formats/useFormats.ts';

interface WhenProps {
  /** ISO 8601. */
  readonly at: string | null;
  /** The customer's IANA zone: their time stands beside the centre's where it differs. */
  readonly customerZone?: string | null;
  /** Leaves the day out when it is today. */
  readonly near?: boolean;
}

/** An instant in the centre's zone, with the customer's own time beside it where their clocks differ. */
export function When({ at, customerZone = null, near = false }: WhenProps) {
  const formats = useFormats();
  if (at === null) return null;
  const beside = formats.beside(at, customerZone);
  return (
    <span className="when">
      <time dateTime={at}>{near ? formats.near(at) : formats.instant(at)}</time>
      {beside && <small> ({beside})</small>}
    </span>
  );
}
