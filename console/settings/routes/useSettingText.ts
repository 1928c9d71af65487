import type { Span, Weekday } from '../../../domain/hours.ts';
import type { SettingKey } from '../../../domain/route-settings.ts';
import type { CallbackFieldKey, Disposition, OfferDestination, RetriedOutcome, RoutePolicy } from '../../../domain/route.ts';
import { useAgents } from '../../api/queries.ts';
import { useRouteLines } from '../../api/routes.ts';
import { useFormats } from '../../formats/useFormats.ts';
import { useWords } from '../../i18n/i18n.ts';
import { labelOf } from '../../i18n/labels.ts';
import { languageName } from '../../parts/names.ts';
import { UNIT_MS, unitOf } from '../fields/duration.ts';
import { weekdayName } from '../fields/weekdays.ts';

const LONGEST = 120;

/** How a setting's value is told in a sentence: in changes before they are saved, and on the audit log. */
export function useSettingText(): (key: SettingKey, value: unknown) => string {
  const { t, language } = useWords();
  const { data: agents = [] } = useAgents();
  const { data: lines } = useRouteLines();
  const formats = useFormats();
  const duration = (ms: number) => `${ms / UNIT_MS[unitOf(ms)]} ${t(`routeSettings.unit.${unitOf(ms)}`)}`;
  const routeName = (id: string) => lines?.items.find((route) => route.id === id)?.name ?? id;

  const special: { readonly [K in SettingKey]?: (value: never) => string } = {
    numbers: (numbers: readonly string[]) => list(numbers.map(formats.number)),
    callerId: (number: string) => formats.number(number),
    agentIds: (ids: readonly string[]) => list(ids.map((id) => agents.find((agent) => agent.id === id)?.name ?? id)),
    languages: (tags: readonly string[]) => list(tags.map((tag) => languageName(tag, language))),
    closedDates: (dates: readonly string[]) => list(dates),
    webChannel: (channel: RoutePolicy['webChannel']) => t(`channel.${channel}`),
    acceptOpens: (value: RoutePolicy['acceptOpens']) => t(`routeSettings.acceptOpens.${value}`),
    ownerRule: (value: RoutePolicy['ownerRule']) => t(`routeSettings.ownerRule.${value}`),
    automaticDistribution: (value: RoutePolicy['automaticDistribution']) => t(`routeSettings.automaticDistribution.${value}`),
    recording: (value: RoutePolicy['recording']) => t(`routeSettings.recording.${value}`),
    afterRejectedOffer: destination,
    afterMissedOffer: destination,
    hours: (hours: RoutePolicy['hours']) =>
      list(Object.entries(hours).map(([day, spans]) => `${weekdayName(Number(day) as Weekday, language)} ${spans.length > 0 ? spans.map(spanText).join(' ') : t('routeSettings.dayClosed')}`)),
    retryDelayMs: (delays: RoutePolicy['retryDelayMs']) => list(Object.entries(delays).map(([outcome, ms]) => `${t(`outcome.${outcome as RetriedOutcome}`)} ${duration(ms)}`)),
    dispositions: (all: readonly Disposition[]) => list(all.map(({ code, label, effect }) => `${labelOf(label, language, code)} (${t(`routeSettings.effect.${effect}`)})`)),
    caseFields: collected,
    previewFields: collected,
    callbackFields: (fields: RoutePolicy['callbackFields']) => list((fields ?? []).map(({ key, label }) => labelOf(label, language, t(`routeSettings.callbackField.${key satisfies CallbackFieldKey}`)))),
  };

  const nothing: { readonly [K in SettingKey]?: string } = {
    caseFields: t('routeSettings.allFields'),
    previewFields: t('routeSettings.asTheCase'),
    afterCallLimitMs: t('routeSettings.never.afterCallLimitMs'),
    callbackFields: t('routeSettings.allFields'),
    previewTimeoutMs: t('routeSettings.never.previewTimeoutMs'),
    assigneeAloneMs: t('routeSettings.never.assigneeAloneMs'),
    holidayCountry: t('routeSettings.noHolidays'),
  };

  function destination(to: OfferDestination): string {
    return to.to === 'route' ? t('routeSettings.destination.route', { name: routeName(to.routeId) }) : t(`routeSettings.destination.${to.to}`);
  }

  function collected(fields: RoutePolicy['caseFields']): string {
    return list((fields ?? []).map(({ key, label }) => labelOf(label, language, key)));
  }

  function list(texts: readonly string[]): string {
    return texts.length > 0 ? texts.join(language === 'ja' ? '、' : ', ') : t('app.nobody');
  }

  return (key, value) => {
    if (value === null) return nothing[key] ?? t('app.nobody');
    if (value === '') return t('app.nobody');
    if (typeof value === 'boolean') return t(value ? 'collected.yes' : 'collected.no');
    if (typeof value === 'number') return key.endsWith('Ms') ? duration(value) : String(value);
    const said = special[key]?.(value as never) ?? (typeof value === 'string' ? value : JSON.stringify(value));
    return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
  };
}

function spanText({ from, to }: Span): string {
  return `${from}–${to}`;
}
