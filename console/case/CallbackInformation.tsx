import type { CallbackFieldKey } from '../../domain/route.ts';
import type { Case } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { labelOf } from '../i18n/labels.ts';
import type { Fact } from '../parts/Facts.tsx';
import { Facts } from '../parts/Facts.tsx';
import { distributorName, languageName } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';

/** Whether a route wants this fact shown; one that says nothing wants all. */
export function shows({ callbackFields }: Pick<Case, 'callbackFields'>, ...keys: readonly CallbackFieldKey[]): boolean {
  return callbackFields === null || callbackFields.some(({ key }) => keys.includes(key));
}

/** The facts about a callback that its route has chosen, in its order and words; null: it has chosen none in particular. */
export function useChosenFacts(callback: Case): Fact[] | null {
  const { t, language } = useWords();
  const formats = useFormats();
  const { callbackFields, desiredAt, dueAt, windowEndsAt, timeZone } = callback;
  const instant = (at: string) => {
    const beside = formats.beside(at, timeZone);
    return beside === null ? formats.instant(at) : `${formats.instant(at)} (${beside})`;
  };
  const facts: Readonly<Record<CallbackFieldKey, () => Fact>> = {
    number: () => [t('routeSettings.callbackField.number'), formats.number(callback.number)],
    language: () => [t('case.language'), callback.language && languageName(callback.language, language)],
    requested: () => [t('case.requested'), formats.instant(callback.requestedAt)],
    due: () => [t('case.due'), dueAt && instant(dueAt)],
    desired: () => [t('routeSettings.callbackField.desired'), desiredAt && (windowEndsAt ? formats.window(desiredAt, windowEndsAt) : instant(desiredAt))],
    origin: () => [t('case.origin'), t(`origin.${callback.origin}`)],
    attempts: () => [t('case.attempts'), String(callback.attemptsPlaced)],
    assignee: () => [t('case.assignee'), callback.assignee?.name],
    distributor: () => [t('case.distributor'), distributorName(callback.distributor, t)],
  };
  return (
    callbackFields?.map(({ key, label }) => {
      const [name, value] = facts[key]();
      return [labelOf(label, language, name), value];
    }) ?? null
  );
}

/** The facts about the callback that its route has chosen. Nothing where it has chosen none: the heading says them then. */
export function CallbackInformation({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const facts = useChosenFacts(callback);
  if (facts === null) return null;
  return (
    <Section title={t('case.details')}>
      <Facts facts={facts} />
    </Section>
  );
}
