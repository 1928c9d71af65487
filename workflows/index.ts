export { callback } from './callback.ts';
