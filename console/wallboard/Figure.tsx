import { memo } from 'react';
import { IconAlertTriangle } from '@tabler/icons-react';

interface FigureProps {
  readonly name: string;
  readonly value: string;
  /** Takes the eye: something is amiss. */
  readonly isAlarm?: boolean;
  readonly size?: 'large' | 'small';
}

/** How many columns a text takes: Japanese and Korean signs take two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, sign) => width + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign) ? 2 : 1), 0);
}

/** One figure that can be read from across the room. It is drawn again only when it changes. */
export const Figure = memo(function Figure({ name, value, isAlarm = false, size = 'large' }: FigureProps) {
  return (
    <div className="wall-figure" data-size={size} data-alarm={isAlarm || undefined} data-long={widthOf(value) > 5 || undefined}>
      <dt>
        {isAlarm && <IconAlertTriangle aria-hidden />}
        {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
});
