import type { useCallbackPages } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import { ListFoot } from '../parts/ListFoot.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import type { CallbackTableProps } from './CallbackTable.tsx';
import { CallbackTable } from './CallbackTable.tsx';

interface CallbackListProps extends CallbackTableProps {
  readonly pages: ReturnType<typeof useCallbackPages>;
  readonly isEmptySearch: boolean;
}

/** The pages read so far as one table, and the way to more. */
export function CallbackList({ pages, isEmptySearch, ...table }: CallbackListProps) {
  const { t } = useWords();
  const count = table.callbacks.length;
  return (
    <Loaded query={pages} lines={12}>
      {() =>
        count === 0 ? (
          <Nothing>{t(isEmptySearch ? 'list.empty' : 'list.nothing')}</Nothing>
        ) : (
          <div aria-busy={pages.isPlaceholderData} className={pages.isPlaceholderData ? 'stale' : undefined}>
            <CallbackTable {...table} />
            <ListFoot pages={pages} shown={t('list.shown', { count })} />
          </div>
        )
      }
    </Loaded>
  );
}
