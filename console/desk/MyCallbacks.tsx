import { Table, Text, UnstyledButton } from '@mantine/core';
import type { CallbackRow } from '../api/types.ts';
import { DialButton } from '../case/DialButton.tsx';
import { mayDial } from '../case/may.ts';
import { useWords } from '../i18n/i18n.ts';
import { LastNote } from '../parts/LastNote.tsx';
import { customerName } from '../parts/names.ts';
import { Nothing } from '../parts/Nothing.tsx';
import { Section } from '../parts/Section.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { When } from '../parts/When.tsx';
import { useNowMs } from '../session/clock.ts';

interface MyCallbacksProps {
  /** Overdue first, then by due time, as the desk gives them. */
  readonly callbacks: readonly CallbackRow[];
  /** The one in hand: while there is one, none can be dialled. */
  readonly liveId: string | null;
  readonly onChoose: (id: string) => void;
}

/** The agent's own callbacks: read one by its name, or dial it. */
export function MyCallbacks({ callbacks, liveId, onChoose }: MyCallbacksProps) {
  const { t } = useWords();
  return (
    <Section title={t('desk.mine', { count: callbacks.length })} className="mine">
      {callbacks.length === 0 && <Nothing>{t('desk.mineEmpty')}</Nothing>}
      {callbacks.length > 0 && (
        <Table aria-label={t('desk.mine', { count: callbacks.length })} highlightOnHover>
          <Table.Tbody>
            {callbacks.map((callback) => (
              <Row key={callback.id} callback={callback} isFree={liveId === null} onChoose={onChoose} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

interface RowProps {
  readonly callback: CallbackRow;
  readonly isFree: boolean;
  readonly onChoose: (id: string) => void;
}

function Row({ callback, isFree, onChoose }: RowProps) {
  const { t } = useWords();
  const name = customerName(callback, t);
  return (
    <Table.Tr>
      <Table.Td>
        <Due callback={callback} />
      </Table.Td>
      <Table.Td className="grow">
        <UnstyledButton className="name" onClick={() => onChoose(callback.id)} aria-label={t('desk.open', { name })} title={name}>
          {name}
        </UnstyledButton>
        <Text size="xs" c="dimmed" truncate>
          {callback.route.name}
        </Text>
        <LastNote callback={callback} />
      </Table.Td>
      <Table.Td className="figure" title={t('list.attempts')}>
        {callback.attemptsPlaced}
      </Table.Td>
      <Table.Td>
        {mayDial(callback.status) ? (
          isFree && (
            <DialButton callback={callback} size="compact-xs" variant="light" label={t('callback.dialName', { name })}>
              {t('callback.dial')}
            </DialButton>
          )
        ) : (
          <StatusBadge status={callback.status} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Due({ callback: { dueAt, timeZone, status } }: { readonly callback: CallbackRow }) {
  const { t } = useWords();
  const nowMs = useNowMs(10_000);
  const isOverdue = dueAt !== null && mayDial(status) && Date.parse(dueAt) <= nowMs;
  return (
    <>
      <When at={dueAt} customerZone={timeZone} near />
      {isOverdue && (
        <Text size="xs" className="overdue">
          {t('callback.overdue')}
        </Text>
      )}
    </>
  );
}
