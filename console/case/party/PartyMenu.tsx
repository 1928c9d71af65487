import { Button, Modal, Popover, Stack } from '@mantine/core';
import { IconMail, IconMessage, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import type { Case } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { MessageBadge } from '../../parts/MessageBadge.tsx';
import { customerName } from '../../parts/names.ts';
import type { Drafts } from './draft.ts';
import { EMPTY_DRAFT } from './draft.ts';
import { EmailForm } from './EmailForm.tsx';
import { OtherNumbers } from './OtherNumbers.tsx';
import { PartyButton } from './PartyButton.tsx';
import { SmsForm } from './SmsForm.tsx';
import '../messages.css';

/** What was written and not sent stays, as long as the case is in sight. */
const NOTHING_WRITTEN: Drafts = { sms: EMPTY_DRAFT, email: EMPTY_DRAFT };

const WAYS = [
  ['sms', IconMessage],
  ['email', IconMail],
  ['numbers', IconPhone],
] as const;
type Way = (typeof WAYS)[number][0];

/** The customer's other channels; what was sent last from here stays in sight, with how far it has come. */
export function PartyMenu({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [way, setWay] = useState<Way | null>(null);
  const [sentId, setSentId] = useState<string | null>(null);
  const [drafts, setDrafts] = useState(NOTHING_WRITTEN);
  const forget = (messageId: string) => {
    setSentId(messageId);
    if (way !== null) setDrafts({ ...drafts, [way]: EMPTY_DRAFT });
  };
  const choose = (chosen: Way) => {
    setOpen(false);
    setWay(chosen);
  };
  return (
    <div className="party">
      <Popover position="bottom-start" opened={isOpen} onChange={setOpen} trapFocus returnFocus>
        <Popover.Target>
          <PartyButton onClick={() => setOpen(!isOpen)} />
        </Popover.Target>
        <Popover.Dropdown p={4} aria-label={t('party.menuFor', { name: customerName(callback, t) })}>
          <Stack gap={0}>
            {WAYS.map(([one, Icon]) => (
              <Button key={one} variant="subtle" color="gray" justify="flex-start" leftSection={<Icon size={16} aria-hidden />} onClick={() => choose(one)}>
                {t(`party.${one}`)}
              </Button>
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <LastSent callback={callback} id={sentId} />
      <WayDialogue callback={callback} way={way} drafts={drafts} onDrafts={setDrafts} onClose={() => setWay(null)} onSent={forget} />
    </div>
  );
}

/** What was sent last from here. */
function LastSent({ callback, id }: { readonly callback: Case; readonly id: string | null }) {
  const { t } = useWords();
  const sent = callback.messages.find((message) => message.id === id);
  return (
    <span role="status">
      {sent && (
        <>
          {t(`message.kind.${sent.kind}`)} <MessageBadge state={sent.state} />
        </>
      )}
    </span>
  );
}

interface WayDialogueProps {
  readonly callback: Case;
  readonly way: Way | null;
  readonly drafts: Drafts;
  readonly onDrafts: (drafts: Drafts) => void;
  readonly onClose: () => void;
  readonly onSent: (messageId: string) => void;
}

const TITLES = { sms: 'message.smsTo', email: 'message.emailTo', numbers: 'party.numbersTitle' } as const;

function WayDialogue({ callback, way, drafts, onDrafts, onClose, onSent }: WayDialogueProps) {
  const { t } = useWords();
  const form = { callback, onClose, onSent };
  return (
    <Modal
      opened={way !== null}
      onClose={onClose}
      size="lg"
      title={way && t(TITLES[way], { name: customerName(callback, t) })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {way === 'sms' && <SmsForm draft={drafts.sms} onDraft={(sms) => onDrafts({ ...drafts, sms })} {...form} />}
      {way === 'email' && <EmailForm draft={drafts.email} onDraft={(email) => onDrafts({ ...drafts, email })} {...form} />}
      {way === 'numbers' && <OtherNumbers callback={callback} onClose={onClose} />}
    </Modal>
  );
}
