import { createContext, useContext } from 'react';
import type { Me } from '../api/types.ts';

const MeContext = createContext<Me | null>(null);

/** Gives the screens below it the person who is signed in. */
export const MeProvider = MeContext.Provider;

/** Who is signed in; only for screens that nobody else sees. */
export function useSignedIn(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('This screen needs somebody signed in');
  return me;
}

/** The contact centre: its time zone is the one all times are shown in. */
export function useCentre(): Me['centre'] {
  return useSignedIn().centre;
}
