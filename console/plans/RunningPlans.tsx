import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import { useWords } from '../i18n/i18n.ts';
import { actorName } from '../parts/names.ts';

const EVERY_MS = 5_000;

/** The plans that are under way, whoever made them: a press shows one, so that whoever went elsewhere finds it again and can stop it. */
export function RunningPlans({ onShow }: { readonly onShow: (planId: string) => void }) {
  const { t } = useWords();
  const { data: plans = [] } = useQuery({
    queryKey: ['plans'],
    queryFn: async ({ signal }) => (await answerOf(client.GET('/v1/plans', { params: { query: { limit: 20 } }, signal }))).items,
    refetchInterval: EVERY_MS,
  });
  const running = plans.filter(({ state }) => state === 'running');
  if (running.length === 0) return null;
  return (
    <ul className="lines running" aria-label={t('plan.running')}>
      {running.map(({ id, action, actor, total }) => (
        <li key={id}>
          <span>{t('plan.state.running')}</span>
          <Button variant="subtle" onClick={() => onShow(id)}>
            {t('plan.runningOne', { what: t(`plan.action.${action.type}`, { count: total }), name: actorName(actor, t) })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
