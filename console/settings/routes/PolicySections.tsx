import { NativeSelect } from '@mantine/core';
import { ROUTE_LIMITS } from '../../../domain/route-limits.ts';
import type { OfferDestination } from '../../../domain/route.ts';
import { ACCEPT_OPENS, AUTOMATIC_DISTRIBUTIONS, OWNER_RULES, RETRIED_OUTCOMES, ROUTE_RECORDINGS } from '../../../domain/route.ts';
import { useRouteLines } from '../../api/routes.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Section } from '../../parts/Section.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { useRouteForm } from './form.ts';
import { PolicyChoice, PolicyDuration, PolicyFigure, PolicyOptionalDuration, PolicySwitch } from './PolicyFields.tsx';

const MINUTE_MS = 60_000;

/** When a callback is due, and how long it is worth calling. */
export function TimesSection() {
  const { t } = useWords();
  return (
    <Section title={t('routeSettings.sections.times')} className="settings-fields">
      <PolicyDuration name="leadTimeMs" hint={t('routeSettings.hint.leadTimeMs')} />
      <PolicyDuration name="windowMs" hint={t('routeSettings.hint.windowMs')} />
      <PolicyDuration name="expiryMs" hint={t('routeSettings.hint.expiryMs')} />
    </Section>
  );
}

/** How a callback is offered, and what becomes of it where it is not taken. */
export function OfferSection() {
  const { t } = useWords();
  return (
    <Section title={t('routeSettings.sections.offer')} className="settings-fields">
      <PolicyChoice name="acceptOpens" options={ACCEPT_OPENS} wordOf={(option) => t(`routeSettings.acceptOpens.${option}`)} />
      <PolicySwitch name="preview" />
      <PolicyDuration name="offerTimeoutMs" />
      <PolicyOptionalDuration name="previewTimeoutMs" never={t('routeSettings.never.previewTimeoutMs')} otherwise={3 * MINUTE_MS} />
      <DestinationField name="afterRejectedOffer" />
      <DestinationField name="afterMissedOffer" />
      <PolicyDuration name="offerBarMs" hint={t('routeSettings.hint.offerBarMs')} />
      <PolicySwitch name="missedOfferMakesNotReady" />
    </Section>
  );
}

/** Where a callback goes whose offer was not taken: the queue, another agent, or another route. */
function DestinationField({ name }: { readonly name: 'afterRejectedOffer' | 'afterMissedOffer' }) {
  const { t } = useWords();
  const { id, given, changePolicy, wrong } = useRouteForm();
  const { data: lines } = useRouteLines();
  const destination = given.policy[name];
  const others = (lines?.items ?? []).filter((route) => route.id !== id);
  return (
    <NativeSelect
      label={t(`routeSettings.key.${name}`)}
      value={destination.to === 'route' ? `route ${destination.routeId}` : destination.to}
      error={wrong(`/policy/${name}/routeId`) ?? wrong(`/policy/${name}`)}
      onChange={(event) => changePolicy({ [name]: readDestination(event.currentTarget.value) })}
      data={[
        { value: 'queue', label: t('routeSettings.destination.queue') },
        { value: 'another_agent', label: t('routeSettings.destination.another_agent') },
        ...others.map((route) => ({ value: `route ${route.id}`, label: t('routeSettings.destination.route', { name: route.name }) })),
      ]}
    />
  );
}

function readDestination(value: string): OfferDestination {
  if (value === 'queue' || value === 'another_agent') return { to: value };
  return { to: 'route', routeId: value.slice('route '.length) };
}

/** How the customer is called, and what follows where nobody talks. */
export function AttemptSection() {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  const { retryDelayMs } = given.policy;
  return (
    <Section title={t('routeSettings.sections.attempts')} className="settings-fields">
      <PolicyFigure name="ringTimeoutS" hint={t('routeSettings.hint.ringTimeoutS')} />
      <PolicySwitch name="machineDetection" />
      <PolicyFigure name="maximumAttempts" hint={t('routeSettings.hint.maximumAttempts')} />
      <PolicyDuration name="afterAttemptMs" hint={t('routeSettings.hint.afterAttemptMs')} />
      <PolicyOptionalDuration name="afterCallLimitMs" never={t('routeSettings.never.afterCallLimitMs')} otherwise={5 * MINUTE_MS} />
      <PolicyChoice name="recording" options={ROUTE_RECORDINGS} wordOf={(option) => t(`routeSettings.recording.${option}`)} />
      {RETRIED_OUTCOMES.map((outcome) => (
        <DurationField
          key={outcome}
          label={t('routeSettings.retryAfter', { outcome: t(`outcome.${outcome}`) })}
          value={retryDelayMs[outcome]}
          limits={ROUTE_LIMITS.retryDelayMs}
          error={wrong(`/policy/retryDelayMs/${outcome}`)}
          onChange={(ms) => changePolicy({ retryDelayMs: { ...retryDelayMs, [outcome]: ms } })}
        />
      ))}
    </Section>
  );
}

/** Whose a callback is. */
export function OwnerSection() {
  const { t } = useWords();
  return (
    <Section title={t('routeSettings.sections.owner')} className="settings-fields">
      <PolicyChoice name="ownerRule" options={OWNER_RULES} wordOf={(option) => t(`routeSettings.ownerRule.${option}`)} />
      <PolicyChoice name="automaticDistribution" options={AUTOMATIC_DISTRIBUTIONS} wordOf={(option) => t(`routeSettings.automaticDistribution.${option}`)} />
      <PolicyOptionalDuration name="assigneeAloneMs" never={t('routeSettings.never.assigneeAloneMs')} otherwise={10 * MINUTE_MS} />
    </Section>
  );
}
