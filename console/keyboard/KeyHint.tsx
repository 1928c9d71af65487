import { Kbd } from '@mantine/core';

/** The key of an action, on its button or beside its field. It is no part of the name. */
export function KeyHint({ letter }: { readonly letter: string }) {
  return (
    <Kbd aria-hidden className="key">
      Alt {letter}
    </Kbd>
  );
}
