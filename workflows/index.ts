export { callback } from './callback.ts';
export { plan } from './plan.ts';
export { reconciliation } from './reconciliation.ts';
