import * as z from 'zod';
import { PRESENCES, WISHES } from '../../domain/words.ts';
import { askedIn } from './call.ts';
import { callbackRow } from './callbacks.ts';
import { callbackCase } from './case.ts';
import { channel, instant, named, someText, text } from './common.ts';
import { caseField } from './route-policy.ts';
import { telephone } from './softphone.ts';

export const presence = z.enum(PRESENCES).meta({ id: 'Presence', description: 'What others see of an agent: derived, never stored' });
export const wish = z.enum(WISHES).meta({ id: 'Wish', description: 'What an agent wants per channel' });

const nextWish = z
  .object({ wish, reason: z.string().nullable() })
  .meta({ id: 'NextWish', description: 'What is reserved for when the case in hand leaves the agent' });

export const channelWish = z
  .object({ channel, wish, reason: z.string().nullable(), since: instant.nullable(), next: nextWish.nullable() })
  .meta({ id: 'ChannelWish' });

export const presenceNow = z
  .object({ presence, channels: z.array(channelWish) })
  .meta({ id: 'PresenceNow', description: 'The wish for every channel, and what follows from it' });

export const me = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(['administrator', 'agent']),
    isAgent: z.boolean().meta({ description: 'Has a desk' }),
    mayPhone: z.boolean().meta({ description: 'May handle callbacks' }),
    hasPassword: z.boolean().meta({ description: 'Signs in by a password, which can be changed; somebody else vouches for who has none' }),
    centre: z.object({ timeZone: z.string() }),
    mail: z.boolean().meta({ description: 'There is a mail server: e-mails can be sent from here' }),
    phone: z.boolean().meta({ description: 'The sandbox telephone network is there, and may be used' }),
    telephone: telephone.nullable().meta({ description: 'Null for whoever has no desk' }),
    serverTime: instant,
  })
  .meta({ id: 'Me' });

export const setWish = z
  .strictObject({ wish, reason: text(100).nullable().default(null).meta({ description: 'Why not ready' }) })
  .meta({ id: 'SetWish' });

export const channelParams = z.object({ channel });

export const tabId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, "-" or "_"');
export const tabParams = z.object({ tabId });
export const heartbeat = z.strictObject({ tabId }).meta({ id: 'Heartbeat' });

export const heartbeatAnswer = z.object({ serverTime: instant, leaseMs: z.int() }).meta({ id: 'HeartbeatAnswer' });

const afterOffer = z
  .object({ to: z.enum(['queue', 'another_agent', 'route']), route: named.nullable() })
  .meta({ id: 'AfterOffer', description: 'Where the callback goes from an offer that is not taken' });

export const offer = z
  .object({
    offerId: z.string(),
    offeredAt: instant,
    deadlineAt: instant,
    preview: z.boolean(),
    callback: callbackRow,
    case: callbackCase.nullable().meta({ description: 'The whole case, where the route shows it in the offer' }),
    previewFields: z.array(caseField).nullable().meta({ description: 'Which of the collected data an offer with preview shows, in this order; null: all of it' }),
    rejectedGoesTo: afterOffer,
    missedGoesTo: afterOffer,
    missedMakesNotReady: z.boolean(),
  })
  .meta({ id: 'Offer', description: 'A callback shown to this agent until the deadline' });

/** All that the agent's home shows, read at one moment. */
export const desk = z
  .object({
    serverTime: instant.meta({ description: 'When it was begun to be read: of two desks the later is the newer' }),
    agent: named.extend({ mayPhone: z.boolean() }).meta({ id: 'DeskAgent' }),
    presence: presenceNow,
    offer: offer.nullable(),
    live: callbackCase.nullable().meta({ description: 'The case in hand: preview, dialling, connected or wrap-up' }),
    askedIn: askedIn.nullable().meta({ description: 'Another agent asks this one into a call' }),
    joined: callbackCase.nullable().meta({ description: 'Somebody else’s conversation that this agent takes part in' }),
    callbacks: z.array(callbackRow).meta({ description: 'My callbacks: overdue first, then by due time' }),
  })
  .meta({ id: 'Desk' });

export const agent = z
  .object({
    id: z.string(),
    name: z.string(),
    mayPhone: z.boolean(),
    disabled: z.boolean().meta({ description: 'May not sign in: is offered nothing, and nothing can be distributed to them' }),
    languages: z.array(z.string()),
    routes: z.array(named),
    teams: z.array(named),
    presence,
    channels: z.array(channelWish),
    load: z.int().meta({ description: 'Open callbacks assigned to this agent' }),
  })
  .meta({ id: 'Agent' });

export const agentList = z.object({ items: z.array(agent) }).meta({ id: 'AgentList' });

/** Credentials, as better-auth takes them. */
export const signIn = z.object({ email: someText(320), password: someText(128), rememberMe: z.boolean().optional() }).meta({ id: 'SignIn' });

/** As better-auth takes it; how long a password must be is in domain/password.ts. */
export const changePassword = z
  .object({ currentPassword: z.string(), newPassword: z.string(), revokeOtherSessions: z.boolean().optional() })
  .meta({ id: 'ChangePassword' });
