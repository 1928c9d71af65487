import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ProblemError } from '../api/problem.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { en } from '../i18n/en/index.ts';

type KnownCode = keyof typeof en.problem;

/**
 * What a problem says to this viewer: the server's own sentence; in other languages the catalogue's, where it knows the code, and also
 * where the server's names a time that is to be chosen beside it: that one is in the route's zone, the choices are not.
 */
export function useSentence(): (problem: ProblemError) => string {
  const { t, language } = useWords();
  return ({ code, free, message }) => ((language !== 'en' || free.length > 0) && isKnown(code) ? t(`problem.${code}`) : message);
}

function isKnown(code: string): code is KnownCode {
  return code in en.problem;
}

/** Why something was refused, where it was pressed. Nothing while there is no problem. */
export function Refusal({ problem }: { readonly problem: ProblemError | null }) {
  const sentence = useSentence();
  if (problem === null) return null;
  return (
    <Text role="alert" size="sm" className="refusal">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {sentence(problem)}
        {problem.opensAt && <NextOpening at={problem.opensAt} />}
      </span>
    </Text>
  );
}

/** The server's English sentence says it already. */
function NextOpening({ at }: { readonly at: string }) {
  const { t, language } = useWords();
  const formats = useFormats();
  return language === 'en' ? null : ` ${t('refusal.opensNext', { at: formats.instant(at) })}`;
}
