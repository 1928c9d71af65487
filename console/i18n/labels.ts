export { labelOf } from '../../domain/glossary/label.ts';
