import { useMemo, useState } from 'react';
import { faultsOf } from '../../../domain/route-rules.ts';
import type { RouteSettings, SettingChange } from '../../../domain/route-settings.ts';
import { changesOf } from '../../../domain/route-settings.ts';
import type { ProblemError } from '../../api/problem.ts';
import { useFormats } from '../../formats/useFormats.ts';
import { useWords } from '../../i18n/i18n.ts';
import type { RouteForm } from './form.ts';

export interface RouteDraft {
  readonly form: RouteForm;
  readonly changes: readonly SettingChange[];
  /** Nothing in it is known to be wrong. */
  readonly isSound: boolean;
  /** Fields that keep something of their own begin anew when this changes. */
  readonly turn: number;
  /** Goes back to what is stored, or on from what has been stored since; `mine` are changes to keep. */
  readonly restart: (base: RouteSettings, mine?: readonly SettingChange[]) => void;
}

/**
 * The settings as they are being edited, what differs from those they were made from, and what is wrong where: by the rules at once,
 * by the server's word once it has refused them.
 */
export function useRouteDraft(id: string | null, start: RouteSettings, problem: ProblemError | null, clear: () => void): RouteDraft {
  const [{ base, given, turn }, setState] = useState({ base: start, given: start, turn: 0 });
  const local = useLocalFaults(given);
  const serverSays = useServerFault(problem);
  const changes = useMemo(() => changesOf(base, given), [base, given]);
  const write = (next: RouteSettings) => {
    clear();
    setState((state) => ({ ...state, given: next }));
  };
  return {
    form: {
      id,
      given,
      change: (part) => write({ ...given, ...part }),
      changePolicy: (part) => write({ ...given, policy: { ...given.policy, ...part } }),
      wrong: (pointer) => local.get(pointer) ?? serverSays(pointer),
    },
    changes,
    isSound: local.size === 0,
    turn,
    restart: (stored, mine = []) => setState({ base: stored, given: withChanges(stored, mine), turn: turn + 1 }),
  };
}

function withChanges(stored: RouteSettings, changes: readonly SettingChange[]): RouteSettings {
  const wanted = Object.fromEntries(changes.map(({ key, after }) => [key, after]));
  const { name = stored.name, numbers = stored.numbers, agentIds = stored.agentIds, ...policy } = wanted as Partial<RouteSettings>;
  return { name, numbers, agentIds, policy: { ...stored.policy, ...policy } };
}

/** What can be known to be wrong without asking, by its place. */
function useLocalFaults({ name, numbers, policy }: RouteSettings): ReadonlyMap<string, string> {
  const { t } = useWords();
  const formats = useFormats();
  const faults = new Map<string, string>(faultsOf(policy).map(({ pointer, fault }) => [`/policy${pointer}`, t(`routeSettings.fault.${fault}`)]));
  if (name.trim() === '') faults.set('/name', t('routeSettings.fault.empty'));
  if (policy.languages.length === 0) faults.set('/policy/languages', t('routeSettings.fault.empty'));
  if (policy.callerId === '' ? numbers.length === 0 : formats.e164(policy.callerId) === null) faults.set('/policy/callerId', t('routeSettings.fault.not_a_number'));
  for (const [index, number] of numbers.entries()) {
    if (formats.e164(number) === null) faults.set(`/numbers/${index}`, t('routeSettings.fault.not_a_number'));
  }
  for (const [index, { code }] of policy.dispositions.entries()) {
    if (!/^[\p{L}\p{N}_.-]{1,40}$/u.test(code)) faults.set(`/policy/dispositions/${index}/code`, t('routeSettings.fault.not_a_code'));
  }
  for (const name of ['caseFields', 'previewFields'] as const) {
    for (const [index, { key }] of (policy[name] ?? []).entries()) {
      if (key.trim() === '') faults.set(`/policy/${name}/${index}/key`, t('routeSettings.fault.empty'));
    }
  }
  return faults;
}

/** What the server found wrong at a place: its own sentence in English, in other languages what its kind means. */
function useServerFault(problem: ProblemError | null): (pointer: string) => string | undefined {
  const { t, language } = useWords();
  return (pointer) => {
    const said = problem?.at[pointer];
    if (said === undefined) return undefined;
    if (problem?.code === 'name_taken' || problem?.code === 'number_taken') return t(`routeSettings.fault.${problem.code}`);
    return language === 'en' ? said : t('routeSettings.fault.refused');
  };
}
