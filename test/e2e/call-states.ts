import type { Walk } from './call-walk.ts';
import { alone, onTheWeb } from './call-states-alone.ts';
import { supervised, together } from './call-states-together.ts';

/** Walks through every state of a call, on each side of it. None needs what another leaves behind. */
export const CALL_STATES: Readonly<Record<string, (walk: Walk) => Promise<void>>> = { alone, together, supervised, 'on the web': onTheWeb };
