import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Plan } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { customerName } from '../parts/names.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { usePlanRefusals } from './usePlan.ts';

/** The callbacks a plan left as they were, each with the reason. */
export function PlanRefusalList({ plan }: { readonly plan: Plan }) {
  const { t } = useWords();
  const formats = useFormats();
  const refusals = usePlanRefusals(plan);
  return (
    <>
      <Text size="sm" fw={600} mt={8}>
        {t('plan.refusals')}
      </Text>
      <Loaded query={refusals}>
        {({ pages }) => (
          <ul className="lines refused" aria-label={t('plan.refusals')}>
            {pages.flatMap(({ items }) =>
              items.map(({ callback, refusal }) => (
                <li key={callback.id}>
                  <Link to={`/callbacks?open=${callback.id}`} aria-label={t('plan.show', { name: customerName(callback, t) })}>
                    {customerName(callback, t)}
                  </Link>
                  <span className="number">{formats.number(callback.number)}</span>
                  <span>{callback.route.name}</span>
                  <span className="why">{t(`plan.refusal.${refusal}`)}</span>
                </li>
              )),
            )}
          </ul>
        )}
      </Loaded>
      {refusals.hasNextPage && (
        <PendingButton variant="default" isPending={refusals.isFetchingNextPage} onClick={() => void refusals.fetchNextPage()}>
          {t('plan.moreRefusals')}
        </PendingButton>
      )}
    </>
  );
}
