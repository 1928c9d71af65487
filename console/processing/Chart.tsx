import { Bar, CartesianGrid, ComposedChart, Legend, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ProcessingStatus } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { useFigures } from './useFigures.ts';

const BARS = ['distributed', 'completed', 'unprocessed'] as const;
/** Each bar has a pattern of its own beside its colour. */
const FILLS = { distributed: 'url(#plain)', completed: 'url(#hatched)', unprocessed: 'url(#dotted)' } as const;
/** More groups than these are too many to tell apart. */
const MOST_GROUPS = 25;
const LABEL = { fill: 'var(--mantine-color-text)', fontSize: 12 };

/** The figures as bars and the rate as a line, over the periods or the groups. The table below says the same in numbers. */
export default function Chart({ status: { groupBy, rows, groups } }: { readonly status: ProcessingStatus }) {
  const { t } = useWords();
  const words = useFigures();
  const grouped = groups.filter(({ group, distributed }) => group !== null || distributed > 0);
  const isCut = groupBy !== 'none' && grouped.length > MOST_GROUPS;
  const drawn = isCut ? grouped.toSorted((one, other) => other.distributed - one.distributed).slice(0, MOST_GROUPS) : grouped;
  const data =
    groupBy === 'none' ? rows.map((row) => ({ ...row, name: words.period(row.period) })) : drawn.map((row) => ({ ...row, name: row.group?.name ?? t('processing.nobody') }));
  return (
    <figure className="chart" role="img" aria-label={t('processing.chart')}>
      <ResponsiveContainer width="100%" height={280}>
        <ComposedChart data={data} accessibilityLayer={false} margin={{ top: 8, right: 8, left: 0, bottom: 0 }} barGap={1}>
          <Patterns />
          <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
          <XAxis dataKey="name" tick={LABEL} stroke="var(--mantine-color-dimmed)" minTickGap={8} interval="equidistantPreserveStart" />
          <YAxis yAxisId="count" tick={LABEL} stroke="var(--mantine-color-dimmed)" allowDecimals={false} tickFormatter={words.count} width={56} />
          <YAxis yAxisId="rate" orientation="right" tick={LABEL} stroke="var(--mantine-color-dimmed)" domain={[0, 1]} tickFormatter={words.mark} width={52} />
          <Tooltip
            isAnimationActive={false}
            contentStyle={{ background: 'var(--mantine-color-body)', border: 'var(--line)', color: 'var(--mantine-color-text)' }}
            itemStyle={{ color: 'var(--mantine-color-text)' }}
            cursor={{ fill: 'var(--mantine-color-default-hover)' }}
            formatter={(value, _name, { dataKey }) => (dataKey === 'rate' ? words.share(Number(value)) : words.count(Number(value)))}
          />
          <Legend itemSorter={null} formatter={legend} />
          {BARS.map((bar) => (
            <Bar key={bar} yAxisId="count" dataKey={bar} name={t(`processing.figures.${bar}`)} fill={FILLS[bar]} stroke={`var(--chart-${bar})`} isAnimationActive={false} />
          ))}
          <Line yAxisId="rate" dataKey="rate" name={t('processing.figures.rate')} stroke="var(--mantine-color-text)" strokeWidth={2} dot={{ r: 3, fill: 'var(--mantine-color-body)' }} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
      {isCut && <figcaption>{t('processing.chartCut', { count: MOST_GROUPS })}</figcaption>}
    </figure>
  );
}

function legend(name: string) {
  return <span className="legend">{name}</span>;
}

function Patterns() {
  return (
    <defs>
      <pattern id="plain" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--chart-distributed)" fillOpacity="0.55" />
      </pattern>
      <pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--chart-completed)" fillOpacity="0.35" />
        <rect width="3" height="6" fill="var(--chart-completed)" />
      </pattern>
      <pattern id="dotted" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--chart-unprocessed)" fillOpacity="0.2" />
        <circle cx="3" cy="3" r="1.6" fill="var(--chart-unprocessed)" />
      </pattern>
    </defs>
  );
}
