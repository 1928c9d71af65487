import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A part of a screen under its heading. */
export function Section({ title, aside, children, className = '' }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`section ${className}`}>
      <header>
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {aside}
      </header>
      {children}
    </section>
  );
}
