import { identityOf } from '../../domain/endpoint.ts';
import { readAgent } from '../../store/agent/agents.ts';
import { softphoneToken } from '../../telephony/twilio/access-token.ts';
import { endpoint } from '../endpoint.ts';
import { makeSoftphoneToken } from '../operations/softphone.ts';
import { conflict } from '../problems.ts';

/** The token is for the identity that the agent's own legs ring, whoever asks for another. */
export const softphoneTokenEndpoint = endpoint(makeSoftphoneToken)(async ({ deps: { config, store, sandboxUrl }, caller }) => {
  const agent = await readAgent(store.db, caller.id);
  const identity = identityOf(agent?.endpoint ?? null);
  if (identity === null) throw conflict('not_a_softphone', 'Your telephone is not the softphone. An administrator can make it that under Settings.');
  if (sandboxUrl !== null) return { status: 200, body: { simulated: true } };
  const made = config.twilio && softphoneToken(config.twilio, identity);
  if (!made) throw conflict('no_softphone', 'The softphone is not set up: whoever runs Ringback has to set TWILIO_API_KEY and TWILIO_API_SECRET.');
  return { status: 200, body: { simulated: false, token: made.token, identity, expiresAt: made.expiresAt.toISOString() } };
});
