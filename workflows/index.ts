export { callback } from './callback.ts';
export { reconciliation } from './reconciliation.ts';
