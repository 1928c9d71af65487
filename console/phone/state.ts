import type { PhoneCall } from './network.ts';

/** How far a call has come, in the words of this page. */
export function stateOf({ status, active }: Pick<PhoneCall, 'status' | 'active'>): 'queued' | 'ringing' | 'live' | 'ended' {
  if (!active) return 'ended';
  if (status === 'in-progress') return 'live';
  return status === 'ringing' ? 'ringing' : 'queued';
}
