import * as z from 'zod';
import { TELEPHONES } from '../telephone.ts';
import { instant } from './common.ts';

export const telephone = z.enum(TELEPHONES).meta({
  id: 'Telephone',
  description:
    'What the agent is rung on. `none`: no callback can be offered to them; `unusable`: an address that cannot be rung; `softphone_simulated`: the sandbox plays it; `softphone_not_set_up`: the account has no API key',
});

const simulated = z.object({ simulated: z.literal(true) }).meta({ id: 'SimulatedSoftphone', description: 'With the sandbox: there is nothing to sign in to' });
const signIn = z
  .object({
    simulated: z.literal(false),
    token: z.string().meta({ description: 'Access token for Twilio’s Voice SDK' }),
    identity: z.string().meta({ description: 'The `client:` that rings in this browser' }),
    expiresAt: instant,
  })
  .meta({ id: 'SoftphoneSignIn' });

export const softphoneToken = z.union([simulated, signIn]).meta({ id: 'SoftphoneToken' });
