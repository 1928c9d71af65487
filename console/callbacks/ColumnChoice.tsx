import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useWords } from '../i18n/i18n.ts';
import type { Columns } from './columns.ts';
import { COLUMNS } from './columns.ts';

/** Chooses the columns of the list. */
export function ColumnChoice({ columns }: { readonly columns: Columns }) {
  const { t } = useWords();
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" leftSection={<IconColumns3 size={16} />}>
          {t('list.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group aria-label={t('list.columns')} value={[...columns.shown]} onChange={columns.choose}>
          <Stack gap={6}>
            {COLUMNS.map((column) => (
              <Checkbox key={column} size="xs" value={column} label={t(`list.${column}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
