import type { Icon } from '@tabler/icons-react';
import { IconMessageQuestion, IconTransfer, IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { InvitationPurpose } from '../../domain/call/call.ts';
import { INVITATION_PURPOSES } from '../../domain/call/call.ts';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { DirectoryDialogue } from './DirectoryDialogue.tsx';

/** How each way of asking somebody in looks. */
export const PURPOSE_ICONS: Readonly<Record<InvitationPurpose, Icon>> = { consult: IconMessageQuestion, transfer: IconTransfer, conference: IconUsersPlus };

/** Consult, transfer and conference: each opens the directory, which says whom. */
export function InviteButtons({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [purpose, setPurpose] = useState<InvitationPurpose>('consult');
  const open = (wanted: InvitationPurpose) => {
    setPurpose(wanted);
    setOpen(true);
  };
  return (
    <>
      {INVITATION_PURPOSES.map((one) => {
        const Icon = PURPOSE_ICONS[one];
        return (
          <ActionButton key={one} variant="default" letter={KEYS[one]} leftSection={<Icon size={16} />} aria-haspopup="dialog" onClick={() => open(one)}>
            {t(`control.${one}`)}
          </ActionButton>
        );
      })}
      <DirectoryDialogue callback={callback} isOpen={isOpen} onClose={() => setOpen(false)} purpose={purpose} onPurpose={setPurpose} />
    </>
  );
}
