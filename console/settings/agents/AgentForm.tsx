import { Button, Checkbox, Group, MultiSelect, NativeSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useRoutes, useTeams } from '../../api/queries.ts';
import type { Account } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { PendingButton } from '../../parts/PendingButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useSignedIn } from '../../session/centre.ts';
import { EndpointField, writtenEndpoint } from './EndpointField.tsx';
import { useChangeAccount, useCreateAccount } from './queries.ts';

interface AgentFormProps {
  /** Null: somebody new. */
  readonly account: Account | null;
  readonly onMade: (made: { name: string; password: string }) => void;
  readonly onClose: () => void;
}

const ROLES = ['agent', 'administrator'] as const;
const FIELDS = ['email', 'name', 'endpoint', 'languages', 'routeIds', 'teamIds'];

/** What administrators say of somebody; what the server finds wrong stands at its field. */
export function AgentForm({ account, onMade, onClose }: AgentFormProps) {
  const { t } = useWords();
  const me = useSignedIn();
  const [given, setGiven] = useState(() => givenOf(account));
  const create = useCreateAccount();
  const change = useChangeAccount(account?.id ?? '');
  const { isPending, problem, clear } = account ? change : create;
  const wrong = (field: string, word: string) => (problem?.fields[field] ? word : undefined);
  const isAtAField = FIELDS.some((field) => problem?.fields[field]) || problem?.code === 'email_taken';
  const set = (part: Partial<typeof given>) => {
    setGiven({ ...given, ...part });
    clear();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { email, ...rest } = given;
    if (account) return void ((await change.run(rest)) && onClose());
    const made = await create.run({ ...rest, email });
    if (made) onMade({ name: made.account.name, password: made.password });
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput
          label={t('agents.email')} type="email" autoComplete="off" withAsterisk data-autofocus={account === null ? true : undefined} readOnly={account !== null}
          maxLength={254} value={given.email} description={account ? t('agents.emailStays') : undefined}
          error={problem?.code === 'email_taken' ? t('problem.email_taken') : wrong('email', t('agents.badEmail'))}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <TextInput
          label={t('agents.name')} autoComplete="off" withAsterisk maxLength={100} value={given.name} error={wrong('name', t('agents.badName'))}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('agents.role')} value={given.role} disabled={account?.id === me.id} description={account?.id === me.id ? t('agents.ownRole') : undefined}
          data={ROLES.map((role) => ({ value: role, label: t(`agents.roles.${role}`) }))}
          onChange={(event) => set({ role: event.currentTarget.value === 'administrator' ? 'administrator' : 'agent' })}
        />
        <Checkbox
          label={t('agents.mayPhoneLong')} checked={given.mayPhone} description={account && account.mayPhone && !given.mayPhone ? <Leaving load={account.load} /> : undefined}
          onChange={(event) => set({ mayPhone: event.currentTarget.checked })}
        />
        <EndpointField
          value={given.endpoint} error={wrong('endpoint', t(problem?.code === 'softphone_taken' ? 'problem.softphone_taken' : 'agents.badEndpoint'))}
          onChange={(endpoint) => set({ endpoint })}
        />
        <TagsInput
          label={t('agents.languages')} description={t('agents.languagesHint')} data={['ja', 'en', 'ko', 'zh']} value={given.languages} maxTags={20}
          error={wrong('languages', t('agents.badLanguage'))} onChange={(languages) => set({ languages })}
        />
        <Choice label={t('agents.routes')} all={useRoutes().data} value={given.routeIds} onChange={(routeIds) => set({ routeIds })} />
        <Choice label={t('agents.teams')} all={useTeams().data} value={given.teamIds} onChange={(teamIds) => set({ teamIds })} />
        {!isAtAField && <Refusal problem={problem} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending}>
            {t(account ? 'agents.save' : 'agents.make')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}

interface Given {
  readonly email: string;
  readonly name: string;
  readonly role: Account['role'];
  readonly mayPhone: boolean;
  readonly endpoint: string;
  readonly languages: string[];
  readonly routeIds: string[];
  readonly teamIds: string[];
}

function givenOf(account: Account | null): Given {
  return {
    email: account?.email ?? '',
    name: account?.name ?? '',
    role: account?.role ?? 'agent',
    mayPhone: account?.mayPhone ?? true,
    endpoint: writtenEndpoint(account?.endpoint ?? null),
    languages: [...(account?.languages ?? [])],
    routeIds: account?.routes.map(({ id }) => id) ?? [],
    teamIds: account?.teams.map(({ id }) => id) ?? [],
  };
}

/** What becomes of the callbacks of somebody who may no longer call. */
function Leaving({ load }: { readonly load: number }) {
  const { t } = useWords();
  return <>{t('agents.leaving', { count: load })}</>;
}

interface ChoiceProps {
  readonly label: string;
  readonly all: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly value: string[];
  readonly onChange: (ids: string[]) => void;
}

function Choice({ label, all = [], value, onChange }: ChoiceProps) {
  return <MultiSelect label={label} searchable clearable value={value} data={all.map(({ id, name }) => ({ value: id, label: name }))} onChange={onChange} />;
}
