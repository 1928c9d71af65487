import { Combobox, Loader, Text } from '@mantine/core';
import { IconAddressBook, IconPhoneOutgoing, IconRoute } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Presence } from '../../domain/words.ts';
import { PRESENCES } from '../../domain/words.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { PRESENCE_LOOKS } from '../status/presence.ts';
import type { AgentEntry, Entries, Entry, RouteEntry } from './entries.ts';

interface DirectoryLinesProps {
  readonly entries: Entries;
  /** The line that is being asked. */
  readonly asked: string | null;
}

/** The lines of the directory under their headings. */
export function DirectoryLines({ entries, asked }: DirectoryLinesProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { numbers, agents, routes, contacts } = entries;
  const isEmpty = Object.values(entries).flat().length === 0;
  return (
    <>
      <Combobox.Options aria-label={t('directory.title')}>
        {numbers.map((entry) => (
          <Line key={entry.key} entry={entry} asked={asked} icon={<IconPhoneOutgoing size={16} aria-hidden />} name={t('directory.call', { number: formats.number(entry.number) })} />
        ))}
        {agents.length > 0 && (
          <Combobox.Group label={t('directory.agents')}>
            {agents.map((entry) => (
              <AgentLine key={entry.key} entry={entry} asked={asked} />
            ))}
          </Combobox.Group>
        )}
        {routes.length > 0 && (
          <Combobox.Group label={t('directory.routes')}>
            {routes.map((entry) => (
              <RouteLine key={entry.key} entry={entry} asked={asked} />
            ))}
          </Combobox.Group>
        )}
        {contacts.length > 0 && (
          <Combobox.Group label={t('directory.contacts')}>
            {contacts.map((entry) => (
              <Line
                key={entry.key}
                entry={entry}
                asked={asked}
                icon={<IconAddressBook size={16} aria-hidden />}
                name={entry.contact.name}
                beside={entry.contact.company}
                state={formats.number(entry.number)}
              />
            ))}
          </Combobox.Group>
        )}
      </Combobox.Options>
      {isEmpty && (
        <Text c="dimmed" p="sm" role="status">
          {t('directory.nobody')}
        </Text>
      )}
    </>
  );
}

/** An agent with their presence; one who has something else in hand is seen, and cannot be asked. */
function AgentLine({ entry, asked }: { readonly entry: AgentEntry; readonly asked: string | null }) {
  const { t } = useWords();
  const { agent } = entry;
  const presence = isPresence(agent.presence) ? agent.presence : 'offline';
  const { icon: Icon, colour, key } = PRESENCE_LOOKS[presence];
  const isHeld = !agent.canBeAsked && presence !== 'offline';
  return (
    <Line
      entry={entry}
      asked={asked}
      icon={<Icon size={16} color={`var(--mantine-color-${colour}-text)`} aria-hidden />}
      name={agent.name}
      beside={agent.routes.map(({ name }) => name).join(', ')}
      state={isHeld && presence !== 'busy' && presence !== 'after_call' ? t('directory.held') : t(key)}
    />
  );
}

function isPresence(word: string): word is Presence {
  return PRESENCES.some((known) => known === word);
}

function RouteLine({ entry, asked }: { readonly entry: RouteEntry; readonly asked: string | null }) {
  const { t } = useWords();
  const { name, readyAgents } = entry.route;
  const state = readyAgents === 0 ? t('directory.noneReady') : t('directory.ready', { count: readyAgents });
  return <Line entry={entry} asked={asked} icon={<IconRoute size={16} aria-hidden />} name={name} state={state} />;
}

interface LineProps {
  readonly entry: Entry;
  readonly asked: string | null;
  readonly icon: ReactNode;
  readonly name: string;
  readonly beside?: string;
  readonly state?: string;
}

function Line({ entry: { key, canBeAsked }, asked, icon, name, beside, state }: LineProps) {
  return (
    <Combobox.Option value={key} disabled={!canBeAsked} aria-busy={asked === key} className="directory-line">
      {asked === key ? <Loader size={14} aria-hidden /> : icon}
      <span className="who">{name}</span>
      {beside && <span className="beside">{beside}</span>}
      {state && <span className="state">{state}</span>}
    </Combobox.Option>
  );
}
