import type { CallbackField, CallbackFieldKey } from '../../domain/route.ts';
import type { Case } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { labelOf } from '../i18n/labels.ts';
import type { Fact } from '../parts/Facts.tsx';
import { Facts } from '../parts/Facts.tsx';
import { desiredTime } from '../parts/desired.ts';
import { distributorName, languageName } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';

/** Whether a route wants this fact shown; one that says nothing wants all. */
export function shows({ callbackFields }: Pick<Case, 'callbackFields'>, ...keys: readonly CallbackFieldKey[]): boolean {
  return callbackFields === null || callbackFields.some(({ key }) => keys.includes(key));
}

/** What stands there where the route has chosen nothing in particular: when, whom, and how it came about. */
const ALL_FIELDS: readonly CallbackField[] = (['kind', 'desired', 'due', 'number', 'language', 'requested', 'origin', 'attempts', 'assignee', 'distributor'] as const).map((key) => ({ key, label: {} }));

/** The facts about a callback that its route has chosen, in its order and words, or else all of them. */
export function useCallbackFacts(callback: Case): Fact[] {
  const { t, language } = useWords();
  const formats = useFormats();
  const { callbackFields, dueAt, timeZone } = callback;
  const instant = (at: string) => {
    const beside = formats.beside(at, timeZone);
    return beside === null ? formats.instant(at) : `${formats.instant(at)} (${beside})`;
  };
  const facts: Readonly<Record<CallbackFieldKey, () => Fact>> = {
    kind: () => [t('list.kind'), t(`kind.${callback.kind}`)],
    number: () => [t('routeSettings.callbackField.number'), formats.number(callback.number)],
    language: () => [t('case.language'), callback.language && languageName(callback.language, language)],
    requested: () => [t('case.requested'), formats.instant(callback.requestedAt)],
    due: () => [t('case.due'), dueAt && instant(dueAt)],
    desired: () => [t('routeSettings.callbackField.desired'), desiredTime(callback, formats)],
    origin: () => [t('case.origin'), t(`origin.${callback.origin}`)],
    attempts: () => [t('list.attempts'), String(callback.attemptsPlaced)],
    assignee: () => [t('case.assignee'), callback.assignee?.name],
    distributor: () => [t('case.distributor'), distributorName(callback.distributor, t)],
  };
  return (callbackFields ?? ALL_FIELDS).map(({ key, label }) => {
    const [name, value] = facts[key]();
    return [labelOf(label, language, name), value];
  });
}

/** What is known about the callback itself. */
export function CallbackInformation({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  return (
    <Section title={t('case.details')}>
      <Facts facts={useCallbackFacts(callback)} />
    </Section>
  );
}
