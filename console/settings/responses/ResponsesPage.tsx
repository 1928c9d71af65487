import { Text, Title } from '@mantine/core';
import { Route, Switch } from 'wouter';
import type { ResponseTree } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { Nothing } from '../../parts/Nothing.tsx';
import { useResponses } from '../../responses/queries.ts';
import '../../responses/responses.css';
import { CategoryEditor } from './CategoryEditor.tsx';
import { CATEGORY, NEW_CATEGORY, NEW_RESPONSE, RESPONSE } from './places.ts';
import { ResponseEditor } from './ResponseEditor.tsx';
import { ResponsesAside } from './ResponsesAside.tsx';

/** The standard responses: their tree on the left, what is chosen of it on the right. */
export default function ResponsesPage() {
  const { t } = useWords();
  return (
    <>
      <Title order={1}>{t('responses.title')}</Title>
      <Text c="dimmed">{t('responses.hint')}</Text>
      <Loaded query={useResponses()}>{(tree) => <Editing tree={tree} />}</Loaded>
    </>
  );
}

function Editing({ tree }: { readonly tree: ResponseTree }) {
  const { t } = useWords();
  const { categories, responses } = tree;
  const response = (id: string) => responses.find((one) => one.id === id);
  const category = (id: string) => categories.find((one) => one.id === id);
  const gone = <Nothing>{t('responses.gone')}</Nothing>;
  return (
    <div className="responses-page">
      <ResponsesAside tree={tree} />
      <Switch>
        <Route path={NEW_CATEGORY}>
          <CategoryEditor key="new" stored={null} tree={tree} />
        </Route>
        <Route path={CATEGORY}>{({ id }) => (category(id) ? <CategoryEditor key={id} stored={category(id) ?? null} tree={tree} /> : gone)}</Route>
        <Route path={NEW_RESPONSE}>{categories.length > 0 ? <ResponseEditor key="new" stored={null} tree={tree} /> : <Nothing>{t('responses.categoryFirst')}</Nothing>}</Route>
        <Route path={RESPONSE}>{({ id }) => (response(id) ? <ResponseEditor key={id} stored={response(id) ?? null} tree={tree} /> : gone)}</Route>
        <Route>{categories.length === 0 ? <Nothing title={t('responses.none')}>{t('responses.noneHint')}</Nothing> : <Nothing>{t('responses.choose')}</Nothing>}</Route>
      </Switch>
    </div>
  );
}
