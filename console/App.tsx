import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useMe } from './api/queries.ts';
import type { Me } from './api/types.ts';
import { useWords } from './i18n/i18n.ts';
import { LEVELS } from './keyboard/dialogue.ts';
import { Loaded } from './parts/Loaded.tsx';
import { MeProvider } from './session/centre.ts';
import { guarded } from './session/leaving.ts';
import { signedInAgain, useIsExpired } from './session/expiry.ts';
import { SignInForm, SignInPage } from './session/SignIn.tsx';
import { Shell } from './shell/Shell.tsx';

/** The console: sign-in for whoever is not signed in, everything else for whoever is. */
export function App() {
  const me = useMe();
  return (
    <Loaded query={me}>
      {(known) => (known === null ? <SignInPage onSignedIn={() => me.refetch()} /> : <SignedIn key={known.id} me={known} />)}
    </Loaded>
  );
}

/** Everything for this person. A session that ends asks for the password over the open screen, so that nothing typed is lost. */
function SignedIn({ me }: { readonly me: Me }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const isExpired = useIsExpired();
  const goOn = async () => {
    signedInAgain();
    await queries.invalidateQueries({ queryKey: ['me'] });
    const isAnother = queries.getQueryData<Me>(['me'])?.id !== me.id;
    if (isAnother) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    await queries.invalidateQueries();
  };
  return (
    <MeProvider value={me}>
      <Router aroundNav={guarded}>
        <Shell />
      </Router>
      <Modal opened={isExpired} onClose={() => {}} withCloseButton={false} title={t('signIn.title')} zIndex={LEVELS.signIn}>
        <SignInForm notice={t('signIn.expired')} onSignedIn={goOn} />
      </Modal>
    </MeProvider>
  );
}
