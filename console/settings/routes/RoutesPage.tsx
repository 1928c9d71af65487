import { Route, Switch } from 'wouter';
import { RouteList } from './RouteList.tsx';

/** Route management: the list, and a page for each route. */
export default function RoutesPage() {
  return (
    <Switch>
      <Route component={RouteList} />
    </Switch>
  );
}
