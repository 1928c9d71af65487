import { Table } from '@mantine/core';

interface HeadingProps {
  readonly name: string;
  /** What the figure means, in words under its name. */
  readonly explained?: string;
  readonly isFigure?: boolean;
}

/** A heading that explains its figure. */
export function Heading({ name, explained, isFigure = false }: HeadingProps) {
  return (
    <Table.Th scope="col" className={isFigure ? 'figure' : undefined}>
      {name}
      {explained && <small className="explained">{explained}</small>}
    </Table.Th>
  );
}
