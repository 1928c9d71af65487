import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { ROUTE_LIMITS } from '../../../domain/route-limits.ts';
import type { RoutePolicy } from '../../../domain/route.ts';
import { useWords } from '../../i18n/i18n.ts';
import { DurationField, OptionalDuration } from '../fields/DurationField.tsx';
import { useRouteForm } from './form.ts';

/* Fields of the policy, each by the name of its setting: label, limits and refusal follow from that. */

type Named<T> = { [K in keyof RoutePolicy]: RoutePolicy[K] extends T ? (T extends RoutePolicy[K] ? K : never) : never }[keyof RoutePolicy];
type Duration = Exclude<Named<number> & keyof typeof ROUTE_LIMITS, 'priority' | 'maximumAttempts' | 'ringTimeoutS'>;

export function PolicyDuration({ name, hint }: { readonly name: Duration; readonly hint?: string }) {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  return (
    <DurationField
      label={t(`routeSettings.key.${name}`)}
      description={hint}
      value={given.policy[name]}
      limits={ROUTE_LIMITS[name]}
      error={wrong(`/policy/${name}`)}
      onChange={(ms) => changePolicy({ [name]: ms })}
    />
  );
}

interface OptionalProps {
  readonly name: 'previewTimeoutMs' | 'assigneeAloneMs' | 'afterCallLimitMs';
  readonly never: string;
  readonly otherwise: number;
}

export function PolicyOptionalDuration({ name, never, otherwise }: OptionalProps) {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  return (
    <OptionalDuration
      label={t(`routeSettings.key.${name}`)}
      value={given.policy[name]}
      limits={ROUTE_LIMITS[name]}
      never={never}
      otherwise={otherwise}
      error={wrong(`/policy/${name}`)}
      onChange={(ms) => changePolicy({ [name]: ms })}
    />
  );
}

export function PolicyFigure({ name, hint }: { readonly name: 'priority' | 'maximumAttempts' | 'ringTimeoutS'; readonly hint?: string }) {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  const { least, most } = ROUTE_LIMITS[name];
  return (
    <NumberInput
      label={t(`routeSettings.key.${name}`)}
      description={hint}
      value={given.policy[name]}
      min={least}
      max={most}
      allowDecimal={false}
      clampBehavior="blur"
      error={wrong(`/policy/${name}`)}
      onChange={(figure) => typeof figure === 'number' && changePolicy({ [name]: figure })}
    />
  );
}

export function PolicySwitch({ name, hint }: { readonly name: Named<boolean>; readonly hint?: string }) {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  return (
    <Checkbox
      label={t(`routeSettings.key.${name}`)}
      description={hint}
      checked={given.policy[name]}
      error={wrong(`/policy/${name}`)}
      onChange={(event) => changePolicy({ [name]: event.currentTarget.checked })}
    />
  );
}

type Choice = 'acceptOpens' | 'ownerRule' | 'automaticDistribution' | 'recording';

interface ChoiceProps<K extends Choice> {
  readonly name: K;
  readonly options: readonly RoutePolicy[K][];
  readonly wordOf: (option: RoutePolicy[K]) => string;
}

export function PolicyChoice<K extends Choice>({ name, options, wordOf }: ChoiceProps<K>) {
  const { t } = useWords();
  const { given, changePolicy, wrong } = useRouteForm();
  return (
    <NativeSelect
      label={t(`routeSettings.key.${name}`)}
      value={given.policy[name]}
      data={options.map((option) => ({ value: option, label: wordOf(option) }))}
      error={wrong(`/policy/${name}`)}
      onChange={(event) => changePolicy({ [name]: event.currentTarget.value })}
    />
  );
}
