import { Text } from '@mantine/core';
import type { SettingChange, SettingKey } from '../../../domain/route-settings.ts';
import { useAudit } from '../../api/routes.ts';
import type { AuditEntry } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { actorName } from '../../parts/names.ts';
import { ReadOn } from '../../parts/ReadOn.tsx';
import { Section } from '../../parts/Section.tsx';
import { When } from '../../parts/When.tsx';
import { ChangeList } from './ChangeList.tsx';

/** Who changed this route, when, and from what to what. */
export function AuditLog({ routeId }: { readonly routeId: string }) {
  const { t } = useWords();
  const log = useAudit(`route/${routeId}`);
  return (
    <Section title={t('routeSettings.audit.title')}>
      <Loaded query={log}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          return entries.length === 0 ? (
            <Text c="dimmed">{t('routeSettings.audit.nothing')}</Text>
          ) : (
            <ol className="audit">
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </ol>
          );
        }}
      </Loaded>
      <ReadOn pages={log} variant="subtle" />
    </Section>
  );
}

type RouteAction = 'route_created' | 'route_edited' | 'route_closed' | 'route_opened' | 'route_deleted';

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useWords();
  return (
    <li>
      <Text size="sm">
        <When at={entry.at} near /> <strong>{actorName(entry.actor, t)}</strong> {t(`routeSettings.audit.${entry.action as RouteAction}`)}
      </Text>
      {entry.action === 'route_edited' && <ChangeList changes={changesIn(entry)} />}
    </li>
  );
}

function changesIn({ before, after }: AuditEntry): SettingChange[] {
  const [old, wanted] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>];
  return Object.keys(wanted).map((key) => ({ key: key as SettingKey, before: old[key] ?? null, after: wanted[key] ?? null }));
}
