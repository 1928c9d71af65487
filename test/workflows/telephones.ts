import type { Centre } from './centre.ts';

/** Whoever is at that address does so from now on; with `manual` it rings until a test answers it. */
export function behaves(centre: Centre, address: string, behaviour: 'answers' | 'busy' | 'rings_out' | 'manual'): Promise<void> {
  return centre.control('PUT', `/people/${encodeURIComponent(address)}`, { behaviour });
}

/** They do again what their number says. */
export function behavesAsBefore(centre: Centre, address: string): Promise<void> {
  return centre.control('DELETE', `/people/${encodeURIComponent(address)}`);
}
