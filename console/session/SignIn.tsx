import { Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import type { ProblemError } from '../api/problem.ts';
import { asProblem } from '../api/problem.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { useSentence } from '../parts/Refusal.tsx';
import { LanguageChoice } from '../shell/LanguageChoice.tsx';
import { signIn } from './auth.ts';

interface SignInFormProps {
  /** What to say above the fields; none on the first visit. */
  readonly notice?: string;
  readonly onSignedIn: () => Promise<unknown>;
}

/** E-mail address and password, with what is wrong with them below. */
export function SignInForm({ notice, onSignedIn }: SignInFormProps) {
  const { t } = useWords();
  const [given, setGiven] = useState({ email: '', password: '' });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => signIn(given.email, given.password),
    onSuccess: onSignedIn,
  });
  const why = useWhy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {notice && <Text size="sm">{notice}</Text>}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus
          value={given.email}
          onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          required
          withAsterisk={false}
          value={given.password}
          onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
        />
        <div role="alert">{error && <Text size="sm" className="refusal">{why(asProblem(error))}</Text>}</div>
        <PendingButton type="submit" size="sm" isPending={isPending}>
          {t('signIn.submit')}
        </PendingButton>
      </Stack>
    </form>
  );
}

function useWhy(): (problem: ProblemError) => string {
  const { t } = useWords();
  const sentence = useSentence();
  return (problem) => {
    if (problem.status === 401) return t('signIn.wrong');
    // An account that was tried too often is closed for longer than an address that asks too often.
    return problem.status === 429 && problem.code !== 'too_many_tries' ? t('signIn.tooMany') : sentence(problem);
  };
}

/** The first page for whoever is not signed in. */
export function SignInPage({ onSignedIn }: Pick<SignInFormProps, 'onSignedIn'>) {
  const { t } = useWords();
  return (
    <main className="sign-in">
      <Paper withBorder p="lg" w={340}>
        <Title order={1} mb="md">
          {t('signIn.title')}
        </Title>
        <SignInForm onSignedIn={onSignedIn} />
      </Paper>
      <LanguageChoice />
    </main>
  );
}
