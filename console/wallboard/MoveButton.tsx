import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useAssign } from '../api/commands.ts';
import { useAgents } from '../api/queries.ts';
import type { CallbackRow } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { AskingButton, AskingForm } from '../parts/Asking.tsx';

/** Gives a callback to an agent, or moves it to another. */
export function MoveButton({ callback }: { readonly callback: CallbackRow }) {
  const { t } = useWords();
  return (
    <AskingButton label={t('wallboard.move')} title={t('wallboard.moveTitle')}>
      {(close) => <MoveForm callback={callback} onClose={close} />}
    </AskingButton>
  );
}

function MoveForm({ callback, onClose }: { readonly callback: CallbackRow; readonly onClose: () => void }) {
  const { t } = useWords();
  const { data: agents = [] } = useAgents();
  const { run, isPending, problem } = useAssign(callback.id);
  // Only who serves the route can be given it, and it is no move to whoever has it.
  const eligible = agents.filter(({ id, mayPhone, disabled, routes }) => mayPhone && !disabled && id !== callback.assignee?.id && routes.some((route) => route.id === callback.route.id));
  const [chosen, setChosen] = useState('');
  const [isTried, setTried] = useState(false);
  const move = async () => {
    setTried(true);
    return chosen !== '' && (await run(chosen)) !== null;
  };
  return (
    <AskingForm onSubmit={move} onClose={onClose} submit={t('wallboard.move')} isPending={isPending} problem={problem}>
      <NativeSelect
        label={t('wallboard.agent')}
        withAsterisk
        data-autofocus
        value={chosen}
        error={isTried && chosen === '' && t('wallboard.choose')}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[{ value: '', label: t(eligible.length === 0 ? 'wallboard.noAgent' : 'wallboard.choose') }, ...eligible.map(({ id, name, presence, load }) => ({ value: id, label: `${name} · ${t(`presence.${presence}`)} · ${load}` }))]}
      />
    </AskingForm>
  );
}
