import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useAssign } from '../api/commands.ts';
import { useAgents } from '../api/queries.ts';
import type { CallbackRow } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';

/** Gives a callback to an agent, or moves it to another. */
export function MoveButton({ callback }: { readonly callback: CallbackRow }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('wallboard.move')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('wallboard.moveTitle')} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <MoveForm callback={callback} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function MoveForm({ callback, onClose }: { readonly callback: CallbackRow; readonly onClose: () => void }) {
  const { t } = useWords();
  const { data: agents = [] } = useAgents();
  const { run, isPending, problem } = useAssign(callback.id);
  // Only who serves the route can be given it, and it is no move to whoever has it.
  const eligible = agents.filter(({ id, mayPhone, routes }) => mayPhone && id !== callback.assignee?.id && routes.some((route) => route.id === callback.route.id));
  const [chosen, setChosen] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== '' && (await run(chosen)) !== null) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <NativeSelect
          label={t('wallboard.agent')}
          required
          data-autofocus
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[{ value: '', label: t(eligible.length === 0 ? 'wallboard.noAgent' : 'wallboard.choose') }, ...eligible.map(({ id, name, presence, load }) => ({ value: id, label: `${name} · ${t(`presence.${presence}`)} · ${load}` }))]}
        />
        <Refusal problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending}>
            {t('wallboard.move')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}
