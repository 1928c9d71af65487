import type { en } from './en/index.ts';

type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

/** What every language must say: the keys of the English catalogue, no fewer and no more. */
export type Catalogue = Translated<typeof en>;
