import { Kbd, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { useSignedIn } from '../session/centre.ts';
import { hasDesk } from '../session/rights.ts';
import { LEVELS } from './dialogue.ts';
import { KeyHint } from './KeyHint.tsx';
import type { KeyGroup, KeyedAction } from './keys.ts';
import { KEY_GROUPS } from './keys.ts';
import { asksForKeys, takesText } from './rules.ts';

const OF_EVERYBODY: readonly KeyGroup[] = ['case', 'callbacks', 'contacts'];
const OF_AGENTS: readonly KeyGroup[] = ['everywhere', 'desk'];
const OF_ADMINISTRATORS: readonly KeyGroup[] = ['alert', 'supervision', 'lists', 'distribution', 'withdrawal', 'status', 'wallboard', 'settings'];

/** The list of all keys, over whatever is on the screen; opened by Alt and /, or by ?. */
export function KeysOverlay() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!asksForKeys(event, takesText(event.target as HTMLElement | null))) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('keys.title')} size="xl" zIndex={LEVELS.keys} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('keys.hint')} <Kbd>Alt /</Kbd> <Kbd>?</Kbd>
      </Text>
      <Groups />
    </Modal>
  );
}

/** Whatever this person may come to see. */
function Groups() {
  const me = useSignedIn();
  const own = Object.entries({ desk: OF_AGENTS, all: OF_EVERYBODY, administrators: OF_ADMINISTRATORS }).flatMap(([whose, groups]) => {
    if (whose === 'desk' && !hasDesk(me)) return [];
    return whose === 'administrators' && me.role !== 'administrator' ? [] : groups;
  });
  return (
    <div className="keys">
      {own.map((group) => (
        <Group key={group} group={group} />
      ))}
    </div>
  );
}

function Group({ group }: { readonly group: KeyGroup }) {
  const { t } = useWords();
  return (
    <section aria-label={t(`keys.groups.${group}`)}>
      <Text fw={600}>{t(`keys.groups.${group}`)}</Text>
      <dl>
        {(Object.entries(KEY_GROUPS[group]) as [KeyedAction, string][]).map(([action, letter]) => (
          <div key={action}>
            <dt>{t(`keys.actions.${action}`)}</dt>
            <dd>
              <KeyHint letter={letter} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
