import { createContext, useContext } from 'react';
import type { Me } from '../api/types.ts';
import type { SoftphoneKeeper } from './keeper.ts';
import type { Softphone } from './state.ts';

/** A real softphone in this tab. */
export interface OwnSoftphone {
  readonly keeper: SoftphoneKeeper;
  readonly standing: Softphone;
}

/** What the agent is rung on, and what this tab can do about it. */
export interface TelephoneHere {
  /** Null: whoever looks has no desk. */
  readonly telephone: Me['telephone'];
  /** Null where the telephone is another, or simulated. */
  readonly softphone: OwnSoftphone | null;
  /** In answer to a press of Ready: whether the agent can be rung, as far as this tab can tell. */
  readonly unlock: () => Promise<boolean>;
}

const TelephoneContext = createContext<TelephoneHere>({ telephone: null, softphone: null, unlock: () => Promise.resolve(true) });

export const TelephoneContextProvider = TelephoneContext.Provider;

export function useTelephone(): TelephoneHere {
  return useContext(TelephoneContext);
}
