import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { RouteSettings as Given, SettingChange } from '../../../domain/route-settings.ts';
import { useEditRoute, useRouteImpact } from '../../api/routes.ts';
import type { RouteEdit, RouteSettings } from '../../api/types.ts';
import { useFormats } from '../../formats/useFormats.ts';
import { useWords } from '../../i18n/i18n.ts';
import { KEYS } from '../../keyboard/keys.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { actorName } from '../../parts/names.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { Section } from '../../parts/Section.tsx';
import { LeaveDialogue } from '../LeaveDialogue.tsx';
import { AuditLog } from './AuditLog.tsx';
import { ChangeList } from './ChangeList.tsx';
import { FaultNotice, RouteFormView } from './RouteFormView.tsx';
import type { RouteDraft } from './useRouteDraft.ts';
import { useRouteDraft } from './useRouteDraft.ts';

/** The settings of a route that is there: the form, beside it what saving would change, and who has changed what. */
export function RouteEditor({ stored }: { readonly stored: RouteSettings }) {
  const { t } = useWords();
  const { run, isPending, problem, clear } = useEditRoute(stored.id);
  const draft = useRouteDraft(stored.id, givenOf(stored), problem, clear);
  const [version, setVersion] = useState(stored.version);
  const [saved, setSaved] = useState<string | null>(null);
  const hasChanges = draft.changes.length > 0;
  const isBehind = stored.version > version;
  const goOnFrom = (base: RouteSettings, mine: readonly SettingChange[] = []) => {
    setVersion(base.version);
    draft.restart(givenOf(base), mine);
  };
  // Nothing of ours is lost by showing what somebody else has saved.
  if (isBehind && !hasChanges && !isPending) goOnFrom(stored);
  const afresh: typeof goOnFrom = (...to) => {
    clear();
    goOnFrom(...to);
  };
  const edit: RouteEdit = useMemo(() => ({ version, ...writable(draft.form.given) }), [version, draft.form.given]);
  const save = async () => {
    const answer = await run(edit);
    if (answer === null) return;
    goOnFrom(answer);
    setSaved(t('routeSettings.saved', { count: answer.waiting }));
  };
  return (
    <div className="route-page">
      <RouteFormView draft={draft} />
      <aside className="route-aside">
        <Section title={t('routeSettings.changes')}>
          {isBehind && hasChanges && !isPending && <Behind stored={stored} changes={draft.changes} onGoOn={afresh} />}
          {hasChanges ? <ChangeList changes={draft.changes} /> : <Text c="dimmed">{t('routeSettings.noChanges')}</Text>}
          {hasChanges && <Impact routeId={stored.id} edit={draft.isSound && !isBehind ? edit : null} />}
          <FaultNotice isSound={draft.isSound} />
          <Refusal problem={problem} />
          <Text role="status" size="sm">
            {!hasChanges && saved}
          </Text>
          <SaveButtons draft={draft} isPending={isPending} canSave={!isBehind} onSave={() => void save()} onDiscard={() => afresh(stored)} />
        </Section>
        <AuditLog routeId={stored.id} />
      </aside>
      <LeaveDialogue hasChanges={hasChanges} />
    </div>
  );
}

interface SaveButtonsProps {
  readonly draft: RouteDraft;
  readonly isPending: boolean;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

function SaveButtons({ draft, isPending, canSave, onSave, onDiscard }: SaveButtonsProps) {
  const { t } = useWords();
  const hasChanges = draft.changes.length > 0;
  return (
    <Group gap="xs" mt={8}>
      <ActionButton letter={KEYS.save} isPending={isPending} disabled={!hasChanges || !draft.isSound || !canSave} onClick={onSave}>
        {t('routeSettings.save')}
      </ActionButton>
      <Button variant="default" disabled={!hasChanges || isPending} onClick={onDiscard}>
        {t('routeSettings.discard')}
      </Button>
    </Group>
  );
}

/** How many callbacks will live by the change. */
function Impact({ routeId, edit }: { readonly routeId: string; readonly edit: RouteEdit | null }) {
  const { t } = useWords();
  const [asked] = useDebouncedValue(edit, 400);
  const { data } = useRouteImpact(routeId, edit === null ? null : asked);
  if (!data || edit === null) return null;
  return (
    <Text size="sm" mt={6} role="status">
      {t('routeSettings.appliesTo', { count: data.waiting })} {data.dueTimesChanged > 0 && t('routeSettings.movesDue', { count: data.dueTimesChanged })}
    </Text>
  );
}

interface BehindProps {
  readonly stored: RouteSettings;
  readonly changes: readonly SettingChange[];
  readonly onGoOn: (base: RouteSettings, mine?: readonly SettingChange[]) => void;
}

/** Somebody else has saved this route meanwhile: one's own changes can be put on top of theirs, or dropped. */
function Behind({ stored, changes, onGoOn }: BehindProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { at, by } = stored.edited;
  return (
    <div role="alert" className="behind">
      <Text size="sm">{t('routeSettings.behind', { name: by ? actorName(by, t) : t('actor.user'), at: formats.near(at) })}</Text>
      <Group gap="xs" mt={4}>
        <Button variant="default" onClick={() => onGoOn(stored, changes)}>
          {t('routeSettings.putOnTop')}
        </Button>
        <Button variant="default" onClick={() => onGoOn(stored)}>
          {t('routeSettings.takeTheirs')}
        </Button>
      </Group>
    </div>
  );
}

function givenOf({ name, numbers, agentIds, policy }: RouteSettings): Given {
  return { name, numbers, agentIds, policy };
}

/** The same document as the API's types write it. */
export function writable(given: Given): Omit<RouteEdit, 'version'> {
  return given as unknown as Omit<RouteEdit, 'version'>;
}
