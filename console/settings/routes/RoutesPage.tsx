import { Route, Switch } from 'wouter';
import { NewRoutePage } from './NewRoutePage.tsx';
import { RouteList } from './RouteList.tsx';
import { RoutePage } from './RoutePage.tsx';

/** Route management: the list, and a page for each route. */
export default function RoutesPage() {
  return (
    <Switch>
      <Route path="/settings/routes" component={RouteList} />
      <Route path="/settings/routes/new" component={NewRoutePage} />
      <Route path="/settings/routes/:id">{({ id }) => <RoutePage key={id} id={id} />}</Route>
    </Switch>
  );
}
