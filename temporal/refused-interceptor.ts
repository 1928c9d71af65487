import { ApplicationFailure, log, metricMeter, type WorkflowInterceptors } from '@temporalio/workflow';
import { isRefusedPayload } from './refused.ts';

/**
 * Stands before every handler of a workflow and lets nothing through that was not encrypted by us (design, decision 12): such a
 * signal is counted and dropped, such an update or query is refused, such a start fails. Part of the workflow bundle.
 */
export function interceptors(): WorkflowInterceptors {
  return {
    inbound: [
      {
        async handleSignal(input, next) {
          if (!input.args.some(isRefusedPayload)) return next(input);
          count('signal', input.signalName);
        },
        validateUpdate(input, next) {
          if (input.args.some(isRefusedPayload)) throw refuse('update', input.name);
          next(input);
        },
        async handleUpdate(input, next) {
          if (input.args.some(isRefusedPayload)) throw refuse('update', input.name);
          return next(input);
        },
        async handleQuery(input, next) {
          if (input.args.some(isRefusedPayload)) throw refuse('query', input.queryName);
          return next(input);
        },
        async execute(input, next) {
          if (input.args.some(isRefusedPayload)) throw refuse('start', 'execute');
          return next(input);
        },
      },
    ],
  };
}

function count(kind: string, name: string): void {
  metricMeter.createCounter('ringback_refused_payloads', undefined, 'Messages refused: not encrypted with a key of ours').add(1, { kind, name });
  log.warn('Refused a message that was not encrypted with a key of ours.', { kind, name });
}

function refuse(kind: string, name: string): ApplicationFailure {
  count(kind, name);
  return ApplicationFailure.nonRetryable(`This ${kind} was not encrypted with a key of ours.`, 'refused_payload');
}
