import { memo } from 'react';
import { IconAlertTriangle } from '@tabler/icons-react';

interface FigureProps {
  readonly name: string;
  readonly value: string;
  /** Takes the eye: something is amiss. */
  readonly isAlarm?: boolean;
  readonly size?: 'large' | 'small';
}

/** One figure that can be read from across the room. It is drawn again only when it changes. */
export const Figure = memo(function Figure({ name, value, isAlarm = false, size = 'large' }: FigureProps) {
  return (
    <div className="wall-figure" data-size={size} data-alarm={isAlarm || undefined} data-long={value.length > 5 || undefined}>
      <dt>
        {isAlarm && <IconAlertTriangle aria-hidden />}
        {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
});
