import type { Placeholder } from '../../domain/standard-response.ts';
import { PLACEHOLDERS } from '../../domain/standard-response.ts';
import type { Translate } from '../i18n/i18n.ts';

/** Every placeholder that can be chosen by name. */
export const NAMED_PLACEHOLDERS = Object.keys(PLACEHOLDERS) as Placeholder[];

/** What a placeholder stands for, in the viewer's words. */
export function placeholderName(placeholder: string, t: Translate): string {
  if (Object.hasOwn(PLACEHOLDERS, placeholder)) return t(`responses.place.${placeholder as Placeholder}`);
  return t('responses.collected', { key: placeholder.slice('collected.'.length) });
}
