import { Group, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { newRoutePolicy } from '../../../domain/new-route.ts';
import { useCreateRoute } from '../../api/routes.ts';
import type { NewRoute } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { KEYS } from '../../keyboard/keys.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Section } from '../../parts/Section.tsx';
import { useCentre } from '../../session/centre.ts';
import { LeaveDialogue } from '../LeaveDialogue.tsx';
import { FaultNotice, RouteFormView } from './RouteFormView.tsx';
import { writable } from './RouteEditor.tsx';
import { useRouteDraft } from './useRouteDraft.ts';

/** A route that is not there yet, with what suits a new one filled in. */
export function NewRoutePage() {
  const { t } = useWords();
  const { timeZone } = useCentre();
  const [, go] = useLocation();
  const [isTried, setTried] = useState(false);
  const [isMade, setMade] = useState(false);
  const { run, isPending, problem, clear } = useCreateRoute();
  const draft = useRouteDraft(null, { name: '', numbers: [], agentIds: [], policy: newRoutePolicy({ timeZone, callerId: '' }) }, problem, clear);
  const create = async () => {
    setTried(true);
    if (!draft.isSound) return;
    const made = await run(bodyOf(draft.form.given));
    if (made === null) return;
    setMade(true);
    // After the guard has heard that there is nothing unsaved any more.
    setTimeout(() => go(`/settings/routes/${made.id}`));
  };
  const { wrong } = draft.form;
  const shown = isTried ? draft : { ...draft, form: { ...draft.form, wrong: (pointer: string) => (['/name', '/policy/callerId'].includes(pointer) ? undefined : wrong(pointer)) } };
  return (
    <>
      <header>
        <Link to="/settings/routes">{t('settings.places.routes')}</Link>
        <Title order={1}>{t('routeSettings.newTitle')}</Title>
      </header>
      <div className="route-page">
        <RouteFormView draft={shown} />
        <aside className="route-aside">
          <Section title={t('routeSettings.newTitle')}>
            <p>{t('routeSettings.newHint')}</p>
            {isTried && <FaultNotice isSound={draft.isSound} />}
            <Refusal problem={problem} />
            <Group>
              <ActionButton letter={KEYS.save} isPending={isPending} onClick={() => void create()}>
                {t('routeSettings.create')}
              </ActionButton>
            </Group>
          </Section>
        </aside>
      </div>
      <LeaveDialogue hasChanges={draft.changes.length > 0 && !isMade} />
    </>
  );
}

/** Without a caller ID of its own the route calls from its first number. */
function bodyOf(given: Parameters<typeof writable>[0]): NewRoute {
  const { policy, ...rest } = writable(given);
  const { callerId, ...others } = policy;
  return { ...rest, policy: callerId === '' ? others : policy };
}
