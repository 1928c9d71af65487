import type { ButtonProps } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ProblemError } from '../api/problem.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from './PendingButton.tsx';
import { Refusal } from './Refusal.tsx';

export interface ReadOnProps extends Pick<ButtonProps, 'variant'> {
  readonly pages: Pick<UseInfiniteQueryResult<unknown, ProblemError>, 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'error' | 'fetchNextPage'>;
}

/** At the end of what is read page by page: reads the next one, while there is one, and says why it could not be read. */
export function ReadOn({ pages, variant = 'default' }: ReadOnProps) {
  const { t } = useWords();
  if (!pages.hasNextPage) return null;
  return (
    <>
      <PendingButton variant={variant} isPending={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {t('list.more')}
      </PendingButton>
      <Refusal problem={pages.isFetchNextPageError ? pages.error : null} />
    </>
  );
}
