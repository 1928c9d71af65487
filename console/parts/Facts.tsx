import type { ReactNode } from 'react';

/** One fact: its name and what it is. Facts without a value are left out. */
export type Fact = readonly [name: string, value: ReactNode];

/** A short table of facts. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
