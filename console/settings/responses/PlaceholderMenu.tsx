import { Button, Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useWords } from '../../i18n/i18n.ts';
import { NAMED_PLACEHOLDERS, placeholderName } from '../../responses/placeholders.ts';

/** Stands for the key that is to be typed over. */
const ANY_KEY = 'KEY';

interface PlaceholderMenuProps {
  /** Takes what is to be written, and the part of it that is to be typed over. */
  readonly onInsert: (written: string, typeOver: string | null) => void;
}

/** Everything that can be filled in, by name; choosing it writes it where the caret is. */
export function PlaceholderMenu({ onInsert }: PlaceholderMenuProps) {
  const { t } = useWords();
  return (
    <Menu returnFocus={false} position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconBraces size={16} />}>
          {t('responses.insertPlace')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {NAMED_PLACEHOLDERS.map((placeholder) => (
          <Menu.Item key={placeholder} onClick={() => onInsert(`{{${placeholder}}}`, null)}>
            {placeholderName(placeholder, t)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => onInsert(`{{collected.${ANY_KEY}}}`, ANY_KEY)}>{t('responses.collectedAny')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
