import * as z from 'zod';

const sid = z.string().regex(/^CA[0-9a-f]{32}$/).meta({ description: 'A call’s SID' });

export const phoneCallsQuery = z.strictObject({ active: z.enum(['true', 'false']).optional().meta({ description: 'Only those not over' }) });

export const phoneCallParams = z.object({ sid });

export const phoneActParams = z.object({ sid, act: z.enum(['digits', 'speech', 'hangup', 'answer', 'decline']) });
