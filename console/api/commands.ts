import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from './client.ts';
import type { ProblemError } from './problem.ts';
import { asProblem } from './problem.ts';
import { readAgain } from './queries.ts';
import type { CallbackRequest, CallbackRow, Completion, DialWish, NewMessage, Reschedule } from './types.ts';

/** Something a person can do: whether it is under way, and how it was refused the last time. */
interface Command<Given, Answer> {
  /** Does it; resolves with the answer, or null when it was refused (the refusal is then in `problem`). */
  readonly run: (given: Given) => Promise<Answer | null>;
  readonly isPending: boolean;
  readonly problem: ProblemError | null;
  readonly clear: () => void;
}

/**
 * A command that stays pending until what it changed has been read again, so that no button can be pressed on stale ground.
 * @param changed the first parts of the keys of what it can show in; left out: wherever a callback shows
 */
export function useCommand<Given, Answer>(send: (given: Given) => Promise<Answer>, changed?: readonly string[]): Command<Given, Answer> {
  const queries = useQueryClient();
  const { mutateAsync, isPending, error, reset } = useMutation<Answer, unknown, Given>({
    mutationFn: send,
    onSettled: () => readAgain(queries, changed),
  });
  const run = (given: Given) => mutateAsync(given).catch(() => null);
  return { run, isPending, problem: error === null ? null : asProblem(error), clear: reset };
}

const on = (id: string) => ({ params: { path: { id } } });

/** An offer, by what an answer to it has to name. */
interface Answered {
  readonly offerId: string;
  readonly callback: Pick<CallbackRow, 'id'>;
}

export const useAccept = () =>
  useCommand(({ offerId, callback: { id } }: Answered) => answerOf(client.POST('/v1/callbacks/{id}/accept', { ...on(id), body: { offerId } })));

/** Rejects an offer, or gives back the preview that accepting it has opened. */
export const useReject = () =>
  useCommand(({ offerId, callback: { id } }: Answered) => answerOf(client.POST('/v1/callbacks/{id}/reject', { ...on(id), body: { offerId } })));

/** Dials attempt number `attempt`: the newest one plus 1; at another number, where one is given. */
export const useDial = (id: string) => useCommand((body: DialWish) => answerOf(client.POST('/v1/callbacks/{id}/dial', { ...on(id), body })));

export const useHangUp = (id: string) =>
  useCommand((attempt: number) => answerOf(client.POST('/v1/callbacks/{id}/hang-up', { ...on(id), body: { attempt } })));

export const useReschedule = (id: string) =>
  useCommand((body: Reschedule) => answerOf(client.POST('/v1/callbacks/{id}/reschedule', { ...on(id), body })));

export const useComplete = (id: string) =>
  useCommand((body: Completion) => answerOf(client.POST('/v1/callbacks/{id}/complete', { ...on(id), body })));

export const useCancel = (id: string) =>
  useCommand((reason: string) => answerOf(client.POST('/v1/callbacks/{id}/cancel', { ...on(id), body: reason ? { reason } : {} })));

/** Re-opens a callback that has ended; `at` null: to be called as soon as can be. */
export const useReopen = (id: string) =>
  useCommand(({ at, reason }: { at: string | null; reason: string }) =>
    answerOf(client.POST('/v1/callbacks/{id}/reopen', { ...on(id), body: { reason, ...(at !== null && { at }) } })),
  );

export const useCorrectDisposition = (id: string) =>
  useCommand((body: { disposition: string; reason: string }) => answerOf(client.POST('/v1/callbacks/{id}/correct-disposition', { ...on(id), body })));

/** Has it called now, whatever time it was planned for. */
export const useRelease = (id: string) => useCommand((_nothing: undefined) => answerOf(client.POST('/v1/callbacks/{id}/release', { ...on(id), body: {} })));

/** Distributes it to an agent, or moves it to another. */
export const useAssign = (id: string) => useCommand((agentId: string) => answerOf(client.POST('/v1/callbacks/{id}/assign', { ...on(id), body: { agentId } })));

export const useAddNote = (id: string) =>
  useCommand((text: string) => answerOf(client.POST('/v1/callbacks/{id}/notes', { ...on(id), body: { text } })));

/** Writes to the customer; the same key again sends no second message. */
export const useSendMessage = (id: string) =>
  useCommand((body: NewMessage) => answerOf(client.POST('/v1/callbacks/{id}/messages', { ...on(id), body })));

/** Asks for a callback; the same key again makes no second one. */
export const useRequest = (idempotencyKey: string) =>
  useCommand((body: CallbackRequest) =>
    answerOf(client.POST('/v1/callbacks', { params: { header: { 'idempotency-key': idempotencyKey } }, body })),
  );
