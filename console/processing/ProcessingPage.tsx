import { Group, Skeleton, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { ExcelDownload } from '../download/ExcelDownload.tsx';
import { statusWorkbook } from '../download/workbooks.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Section } from '../parts/Section.tsx';
import { serverNowMs } from '../session/clock.ts';
import { FiguresTable } from './FiguresTable.tsx';
import { Filters } from './Filters.tsx';
import { OffersTable } from './OffersTable.tsx';
import { useOffers, useProcessing, useService } from './queries.ts';
import { toQuery } from './search.ts';
import { ServiceTable } from './ServiceTable.tsx';
import { useStatusSearch } from './useStatusSearch.ts';
import './processing.css';

const Chart = lazy(() => import('./Chart.tsx'));

/** The processing status: what is asked for above, the chart, then the same figures as numbers, and how well the calls went. */
export default function ProcessingPage() {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const { search, change } = useStatusSearch();
  const query = toQuery(search, timeZone, serverNowMs());
  const status = useProcessing(query);
  const service = useService(query);
  const offers = useOffers(query);
  return (
    <div className="processing">
      <Group justify="space-between" gap="xs">
        <Title order={1}>{t('processing.title')}</Title>
        <ExcelDownload letter={KEYS.excel} workbook={statusWorkbook(query)} />
      </Group>
      <Filters search={search} onChange={change} />
      <Text size="sm" c="dimmed">
        {t('processing.byRequested', { zone: timeZone })}
      </Text>
      <Loaded query={status} lines={12}>
        {(read) => (
          <div aria-busy={status.isPlaceholderData} className={status.isPlaceholderData ? 'stale' : undefined}>
            {read.totals.requested === 0 ? (
              <Nothing>{t('processing.nothing')}</Nothing>
            ) : (
              <Suspense fallback={<Skeleton h={298} mb={8} />}>
                <Chart status={read} />
              </Suspense>
            )}
            <FiguresTable status={read} />
          </div>
        )}
      </Loaded>
      <Section title={t('processing.service')}>
        <Loaded query={service}>{(read) => <ServiceTable service={read} />}</Loaded>
      </Section>
      <Section title={t('processing.offers')} aside={<Text size="sm" c="dimmed">{t('processing.offersBy')}</Text>}>
        <Loaded query={offers}>{(read) => <OffersTable offers={read} />}</Loaded>
      </Section>
    </div>
  );
}
