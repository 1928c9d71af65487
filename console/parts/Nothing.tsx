import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Says that there is nothing here, and what to do about it. */
export function Nothing({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  return (
    <Stack align="center" gap={4} p="lg" className="nothing">
      {title && <Text fw={600}>{title}</Text>}
      {children && (
        <Text component="div" size="sm" c="dimmed" ta="center">
          {children}
        </Text>
      )}
    </Stack>
  );
}
