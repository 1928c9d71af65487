import type { Kind } from '../../domain/words.ts';
import type { CallbackRequest } from '../api/types.ts';
import { fromWall } from '../formats/instant.ts';

/** What the form of a new callback holds. */
export interface RequestGiven {
  readonly routeId: string;
  readonly number: string;
  readonly name: string;
  readonly kind: Kind;
  /** As `datetime-local` writes it, in the centre's zone. */
  readonly at: string;
  readonly reason: string;
}

export const NOTHING_GIVEN: RequestGiven = { routeId: '', number: '', name: '', kind: 'asap', at: '', reason: '' };

/** Fields without which nothing need be sent. */
export function lackingIn({ routeId, number, kind, at }: RequestGiven, timeZone: string): ('routeId' | 'number' | 'at')[] {
  const lacking: ('routeId' | 'number' | 'at')[] = [];
  if (routeId === '') lacking.push('routeId');
  if (number.trim() === '') lacking.push('number');
  if (kind === 'scheduled' && fromWall(at, timeZone) === null) lacking.push('at');
  return lacking;
}

/** The form as the API takes it. */
export function toRequest({ routeId, number, name, kind, at, reason }: RequestGiven, timeZone: string): CallbackRequest {
  const instant = kind === 'scheduled' ? fromWall(at, timeZone) : null;
  return {
    routeId,
    number,
    name: name.trim(),
    kind,
    collected: reason.trim() ? { reason: reason.trim() } : {},
    ...(instant !== null && { at: instant }),
  };
}
