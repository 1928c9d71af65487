import { duration } from '../progress.mjs';

const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Says how far something is, how fast it goes, and how long it still takes. `clockMs` is a clock that never goes back. */
export function pace(all: number, say: (doing: string) => void, clockMs: () => number = () => performance.now()): (made: number) => void {
  const begunMs = clockMs();
  return (made) => {
    const perMs = made / Math.max(clockMs() - begunMs, 1);
    if (made === 0) return;
    if (made >= all) return say(`made ${COUNT.format(made)} callbacks; the database takes stock of them`);
    say(`made ${COUNT.format(made)} of ${COUNT.format(all)} callbacks, ${COUNT.format(perMs * 1000)} a second, ${duration((all - made) / perMs)} left`);
  };
}
