import { Badge, Table } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { memo } from 'react';
import { formatClock } from '../formats/duration.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Section } from '../parts/Section.tsx';
import { useNowMs } from '../session/clock.ts';
import type { LiveCall } from './live-calls.ts';
import { useLiveCalls } from './live-calls.ts';
import { SupervisionButtons } from './SupervisionButtons.tsx';

/** The conversations going on, and what a supervisor can do with each. */
export function LiveCallList() {
  const { t } = useWords();
  const calls = useLiveCalls();
  return (
    <Section title={t('supervision.title')}>
      <Loaded query={calls} lines={3}>
        {(items) => (items.length === 0 ? <Nothing title={t('supervision.nothing')} /> : <LiveCalls calls={items} />)}
      </Loaded>
    </Section>
  );
}

function LiveCalls({ calls }: { readonly calls: readonly LiveCall[] }) {
  const { t } = useWords();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table className="listing live-calls">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('supervision.agent')}</Table.Th>
            <Table.Th>{t('supervision.customer')}</Table.Th>
            <Table.Th>{t('supervision.route')}</Table.Th>
            <Table.Th>{t('supervision.standing')}</Table.Th>
            <Table.Th className="figure">{t('supervision.since')}</Table.Th>
            <Table.Th>{t('supervision.supervisors')}</Table.Th>
            <Table.Th>{t('supervision.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calls.map((call) => (
            <LiveCallRow key={call.id} call={call} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const LiveCallRow = memo(function LiveCallRow({ call }: { readonly call: LiveCall }) {
  const { t } = useWords();
  return (
    <Table.Tr>
      <Table.Th scope="row">{call.agent?.name ?? t('app.nobody')}</Table.Th>
      <Table.Td className="cut" title={customerName(call, t)}>
        {customerName(call, t)}
      </Table.Td>
      <Table.Td>{call.route.name}</Table.Td>
      <Table.Td>
        <Standing call={call} />
      </Table.Td>
      <Table.Td className="figure">{call.connectedAt && <Since at={call.connectedAt} />}</Table.Td>
      <Table.Td className="supervisors">{call.supervisors.map(({ name, how }) => `${name} (${t(`supervision.${how}`)})`).join(', ')}</Table.Td>
      <Table.Td>
        <SupervisionButtons call={call} />
      </Table.Td>
    </Table.Tr>
  );
});

function Standing({ call: { helpWanted, isOnHold, guest } }: { readonly call: LiveCall }) {
  const { t } = useWords();
  return (
    <>
      {helpWanted && (
        <Badge color="red" tt="none" miw="max-content" leftSection={<IconHandStop size={12} aria-hidden />} mr={6}>
          {t('supervision.helpWanted')}
        </Badge>
      )}
      {guest ? t('supervision.withGuest', { guest }) : t(isOnHold ? 'supervision.onHold' : 'supervision.talking')}
    </>
  );
}

function Since({ at }: { readonly at: string }) {
  const ms = useNowMs(1_000) - Date.parse(at);
  return (
    <span role="timer" aria-live="off">
      {formatClock(ms)}
    </span>
  );
}
