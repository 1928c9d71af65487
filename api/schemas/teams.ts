import * as z from 'zod';
import { id, named, someText } from './common.ts';

const agentIds = z.array(id).max(1000);
const name = someText(100);

export const team = named.extend({ agentIds: z.array(z.string()) }).meta({ id: 'Team', description: 'Agents who are looked after together' });

export const teamList = z.object({ items: z.array(team) }).meta({ id: 'TeamList' });

export const newTeam = z.strictObject({ name, agentIds: agentIds.default([]) }).meta({ id: 'NewTeam' });

export const teamChange = z
  .strictObject({ name: name.optional(), agentIds: agentIds.optional() })
  .meta({ id: 'TeamChange', description: 'What is left out stays as it is' });

export const teamParams = z.object({ id });
