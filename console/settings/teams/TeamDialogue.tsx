import { Button, Group, Modal, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useAgents } from '../../api/queries.ts';
import type { Team } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { PendingButton } from '../../parts/PendingButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useDeleteTeam, useSaveTeam } from './queries.ts';

interface TeamDialogueProps {
  /** Null: a new one. */
  readonly team: Team | null;
  readonly onClose: () => void;
}

/** A team's name and agents; deleting it is asked once more. */
export function TeamDialogue({ team, onClose }: TeamDialogueProps) {
  const { t } = useWords();
  const { data: agents = [] } = useAgents();
  const [name, setName] = useState(team?.name ?? '');
  const [agentIds, setAgentIds] = useState<string[]>([...(team?.agentIds ?? [])]);
  const save = useSaveTeam();
  const isAtName = save.problem?.fields['name'] !== undefined || save.problem?.code === 'team_name_taken';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save.run({ id: team?.id ?? null, name, agentIds })) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={team?.name ?? t('teams.add')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput
            label={t('teams.name')}
            withAsterisk
            data-autofocus
            maxLength={100}
            value={name}
            error={isAtName && t(save.problem?.code === 'team_name_taken' ? 'problem.team_name_taken' : 'agents.badName')}
            onChange={(event) => {
              setName(event.currentTarget.value);
              save.clear();
            }}
          />
          <MultiSelect label={t('teams.members')} searchable clearable value={agentIds} onChange={setAgentIds} data={agents.map(({ id, name: label }) => ({ value: id, label }))} />
          {!isAtName && <Refusal problem={save.problem} />}
          <Group justify="space-between">
            {team ? <DeleteButton team={team} onDeleted={onClose} /> : <span />}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('app.cancel')}
              </Button>
              <PendingButton type="submit" isPending={save.isPending}>
                {t('agents.save')}
              </PendingButton>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function DeleteButton({ team, onDeleted }: { readonly team: Team; readonly onDeleted: () => void }) {
  const { t } = useWords();
  const [isAsked, setAsked] = useState(false);
  const { run, isPending, problem } = useDeleteTeam();
  const remove = async () => {
    if ((await run(team.id)) !== null) onDeleted();
  };
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
        {t('teams.delete')}
      </Button>
      <Modal opened={isAsked} onClose={() => setAsked(false)} title={t('teams.deleteTitle', { name: team.name })} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <Stack gap="sm">
          <Text>{t('teams.deleteText', { count: team.agentIds.length })}</Text>
          <Refusal problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" data-autofocus onClick={() => setAsked(false)}>
              {t('app.cancel')}
            </Button>
            <PendingButton color="red" isPending={isPending} onClick={() => void remove()}>
              {t('teams.delete')}
            </PendingButton>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
