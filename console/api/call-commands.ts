import { randomUuid } from '../session/random.ts';
import { answerOf, client } from './client.ts';
import { useCommand } from './commands.ts';
import type { AskedIn, Call, Case, GuestWish, Invitation, SupervisionWish } from './types.ts';

/*
 * What can be said to a running conversation. Each names the attempt it is meant for and how it is to be from then on, so that saying
 * it twice does no more.
 */

/** The conversation that is meant. */
export type InCall = Pick<Case, 'id' | 'attempt'>;

const on = (id: string) => ({ params: { path: { id } } });

/** Where a conversation shows at once; lists of callbacks hear of it by hints, and no button waits for them. */
const OF_A_CALL = ['desk', 'case', 'live-calls'];

/** A command that concerns a conversation: its button can be pressed again as soon as the conversation is shown as it is now. */
export const useCallCommand = <Given, Answer>(send: (given: Given) => Promise<Answer>) => useCommand(send, OF_A_CALL);

/** Puts the customer on hold (true), or takes them off. */
export const useHold = ({ id, attempt }: InCall) =>
  useCallCommand((hold: boolean) => answerOf(client.POST('/v1/callbacks/{id}/hold', { ...on(id), body: { attempt, hold } })));

/** Digits for the customer's ear; they travel in the body, never in an address. */
export const useSendDigits = ({ id, attempt }: InCall) =>
  useCallCommand((digits: string) => answerOf(client.POST('/v1/callbacks/{id}/digits', { ...on(id), body: { attempt, key: randomUuid(), digits } })));

export type Wanted = Pick<Invitation, 'purpose' | 'target'>;

/** Asks somebody into the call. */
export const useInvite = ({ id, attempt }: InCall) =>
  useCallCommand((wanted: Wanted) => answerOf(client.POST('/v1/callbacks/{id}/invitations', { ...on(id), body: { attempt, key: randomUuid(), ...wanted } })));

interface GuestWished {
  readonly targetId: string;
  readonly wish: GuestWish['wish'];
}

/** What becomes of who was asked in. */
export const useGuestWish = ({ id, attempt }: InCall) =>
  useCallCommand(({ targetId, wish }: GuestWished) =>
    answerOf(client.POST('/v1/callbacks/{id}/invitations/{targetId}', { params: { path: { id, targetId } }, body: { attempt, wish } })),
  );

/** Has a party leave, by its label. */
export const useDismiss = ({ id, attempt }: InCall) =>
  useCallCommand((label: string) => answerOf(client.POST('/v1/callbacks/{id}/parties/{label}/dismiss', { params: { path: { id, label } }, body: { attempt } })));

export const useRecord = ({ id, attempt }: InCall) =>
  useCallCommand((recording: Call['recording']['wanted']) => answerOf(client.POST('/v1/callbacks/{id}/recording', { ...on(id), body: { attempt, recording } })));

/** Asks supervisors for help (true), or says that it is not needed any more. */
export const useAskForHelp = ({ id, attempt }: InCall) =>
  useCallCommand((wanted: boolean) => answerOf(client.POST('/v1/callbacks/{id}/help', { ...on(id), body: { attempt, wanted } })));

/** Takes part in another agent's conversation as a supervisor, in another way than before, or not any more (null). */
export const useSupervise = ({ id, attempt }: InCall) =>
  useCallCommand((how: SupervisionWish['how']) => answerOf(client.POST('/v1/callbacks/{id}/supervision', { ...on(id), body: { attempt, how } })));

/** Accepts another agent's invitation (true), or refuses it. */
export const useAnswerInvitation = () =>
  useCallCommand(({ askedIn: { callbackId: id, targetId }, accepts }: { askedIn: Pick<AskedIn, 'callbackId' | 'targetId'>; accepts: boolean }) =>
    answerOf(client.POST('/v1/callbacks/{id}/invitations/{targetId}/answer', { params: { path: { id, targetId } }, body: { accepts } })),
  );
