import '@mantine/core/styles.css';
import './style.css';
import './shell/shell.css';
import './desk/desk.css';
import './case/case.css';
import './callbacks/callbacks.css';
import './contacts/contacts.css';
import './settings/settings.css';
import './phone/phone.css';
import './call/call.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ProblemError } from './api/problem.ts';
import { startI18n } from './i18n/i18n.ts';
import { watchBack } from './session/leaving.ts';
import { noticeSignedOut } from './session/expiry.ts';
import { theme } from './theme.ts';

/** A refusal stays one; only what got no answer, or an answer from a broken server, is asked again. */
function isWorthRetrying(failures: number, thrown: Error): boolean {
  const status = thrown instanceof ProblemError ? thrown.status : 0;
  return failures < 2 && (status === 0 || status >= 500);
}

const queries = new QueryClient({
  defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 2_000 }, mutations: { retry: false } },
});
noticeSignedOut(queries);

watchBack();
await startI18n();
createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <App />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
