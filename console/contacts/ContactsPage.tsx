import { CloseButton, Group, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { SearchText } from '../callbacks/SearchText.tsx';
import { useEscape } from '../callbacks/SidePanel.tsx';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { ListFoot } from '../parts/ListFoot.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { useKeptWhileAsked } from '../parts/useKeptWhileAsked.ts';
import { ContactDialogue } from './ContactDialogue.tsx';
import { ContactFile } from './ContactFile.tsx';
import { ContactTable } from './ContactTable.tsx';
import { useContact, useContactPages } from './queries.ts';

/** The directory: its search above, the contacts below, the opened one beside it. Search and opened contact stand in the address. */
export default function ContactsPage() {
  const { t } = useWords();
  const { q, openId, search, open } = useView();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className={openId === null ? 'list-page' : 'list-page with-panel'}>
      <div className="list-main">
        <Group justify="space-between" gap="xs">
          <Title order={1}>{t('contacts.title')}</Title>
          <ActionButton letter={KEYS.newContact} leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('contacts.add')}
          </ActionButton>
        </Group>
        <search aria-label={t('contacts.search')} className="search contact-search">
          <SearchText label={t('contacts.searchLabel')} placeholder={t('contacts.searchHint')} value={q} maxLength={200} onChange={search} />
        </search>
        <Directory q={q} openId={openId} onOpen={open} />
      </div>
      {openId !== null && <ContactPanel key={openId} id={openId} onMoved={open} onClose={() => open(null)} />}
      <ContactDialogue isOpen={isAdding} contact={null} onSaved={({ id }) => open(id)} onClose={() => setAdding(false)} />
    </div>
  );
}

function useView() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const openId = params.get('open');
  const write = useCallback(
    (next: { readonly q: string; readonly open: string | null }) => setParams({ ...(next.q && { q: next.q }), ...(next.open !== null && { open: next.open }) }, { replace: true }),
    [setParams],
  );
  const search = useCallback((text: string) => write({ q: text, open: openId }), [write, openId]);
  const open = useCallback((id: string | null) => write({ q, open: id }), [write, q]);
  return { q, openId, search, open };
}

interface DirectoryProps {
  readonly q: string;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function Directory({ q, openId, onOpen }: DirectoryProps) {
  const { t } = useWords();
  const pages = useContactPages(q);
  const contacts = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Loaded query={pages} lines={12}>
      {() =>
        contacts.length === 0 ? (
          <None isSearch={q.trim() !== ''} />
        ) : (
          <div aria-busy={pages.isPlaceholderData} className={pages.isPlaceholderData ? 'stale' : undefined}>
            <ContactTable contacts={contacts} openId={openId} onOpen={onOpen} />
            <ListFoot pages={pages} shown={t('contacts.shown', { count: contacts.length })} />
          </div>
        )
      }
    </Loaded>
  );
}

function None({ isSearch }: { readonly isSearch: boolean }) {
  const { t } = useWords();
  if (isSearch) return <Nothing>{t('contacts.nothing')}</Nothing>;
  return <Nothing title={t('contacts.empty')}>{t('contacts.emptyHint')}</Nothing>;
}

interface ContactPanelProps {
  readonly id: string;
  /** The contact has become part of another. */
  readonly onMoved: (id: string) => void;
  readonly onClose: () => void;
}

/** One contact over the right third; the list stays as it is. Escape closes it. It becomes no other while a dialogue is open: what is typed there is about this one. */
function ContactPanel({ id, onMoved, onClose }: ContactPanelProps) {
  const { t } = useWords();
  const contact = useContact(id);
  const shown = useKeptWhileAsked(contact.data, (one) => one.id);
  const found = shown?.id;
  useEscape(onClose);
  useEffect(() => {
    if (found !== undefined && found !== id) onMoved(found);
  }, [found, id, onMoved]);
  return (
    <aside className="side-panel" aria-label={t('contacts.panel', { name: shown?.name ?? '' })}>
      <CloseButton aria-label={t('app.close')} onClick={onClose} className="corner" />
      <Loaded query={contact}>{(one) => <ContactFile contact={shown ?? one} />}</Loaded>
    </aside>
  );
}
