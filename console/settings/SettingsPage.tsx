import { Suspense, lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { Link, Redirect, Route, Switch, useRoute } from 'wouter';
import { useWords } from '../i18n/i18n.ts';
import { Nothing } from '../parts/Nothing.tsx';

interface Place {
  /** Below `/settings/`; also the key of its name in the catalogue. */
  readonly path: 'routes' | 'agents' | 'teams' | 'reasons' | 'responses' | 'downloads';
  readonly page: LazyExoticComponent<ComponentType>;
}

/** The pages of Settings in the order of the navigation; each is everything below its path, and looks after what is deeper itself. */
const PLACES: readonly Place[] = [
  { path: 'routes', page: lazy(() => import('./routes/RoutesPage.tsx')) },
  { path: 'agents', page: lazy(() => import('./agents/AgentsPage.tsx')) },
  { path: 'teams', page: lazy(() => import('./teams/TeamsPage.tsx')) },
  { path: 'reasons', page: lazy(() => import('./reasons/ReasonsPage.tsx')) },
  { path: 'responses', page: lazy(() => import('./responses/ResponsesPage.tsx')) },
  { path: 'downloads', page: lazy(() => import('./downloads/DownloadsPage.tsx')) },
];

const FIRST = '/settings/routes';

/** What administrators set up: the navigation at the side, the chosen page beside it. */
export default function SettingsPage() {
  const { t } = useWords();
  return (
    <div className="settings">
      <nav aria-label={t('settings.label')} className="side">
        {PLACES.map(({ path }) => (
          <PlaceLink key={path} path={path} />
        ))}
      </nav>
      <div className="settings-main">
        <Suspense>
          <Switch>
            <Route path="/settings">
              <Redirect to={FIRST} replace />
            </Route>
            {PLACES.map(({ path, page }) => (
              <Route key={path} path={`/settings/${path}/*?`} component={page} />
            ))}
            <Route>
              <Nothing title={t('app.notFound')}>
                <Link to={FIRST}>{t('settings.places.routes')}</Link>
              </Nothing>
            </Route>
          </Switch>
        </Suspense>
      </div>
    </div>
  );
}

function PlaceLink({ path }: Pick<Place, 'path'>) {
  const { t } = useWords();
  const to = `/settings/${path}`;
  const [isHere] = useRoute(`${to}/*?`);
  return (
    <Link to={to} aria-current={isHere ? 'page' : undefined}>
      {t(`settings.places.${path}`)}
    </Link>
  );
}
