import { Drawer } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Nothing } from '../../parts/Nothing.tsx';
import { AgentActions } from './AgentActions.tsx';
import { AgentForm } from './AgentForm.tsx';
import { ShownOnce } from './ShownOnce.tsx';

interface AgentDrawerProps {
  readonly isOpen: boolean;
  /** Null: somebody new; undefined: nobody of that id. */
  readonly account: Account | null | undefined;
  readonly onClose: () => void;
}

/** One account beside the list; a password that was just made is shown in its place until it is closed. */
export function AgentDrawer({ isOpen, account, onClose }: AgentDrawerProps) {
  const { t } = useWords();
  const [made, setMade] = useState<{ name: string; password: string } | null>(null);
  const title = account?.name ?? made?.name ?? t('agents.add');
  return (
    <Drawer position="right" size={480} opened={isOpen} onClose={onClose} title={title} closeOnClickOutside={made === null} closeButtonProps={{ 'aria-label': t('app.close') }}>
      {account === undefined && <Nothing title={t('agents.gone')} />}
      {made && <ShownOnce passwords={[made]} onClose={onClose} />}
      {account !== undefined && !made && (
        <>
          <AgentForm account={account} onMade={setMade} onClose={onClose} />
          {account && <AgentActions account={account} onMade={(password) => setMade({ name: account.name, password })} />}
        </>
      )}
    </Drawer>
  );
}
