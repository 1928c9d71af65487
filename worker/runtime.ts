import { type LogLevel, type LogMetadata, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Log } from '../config/log.ts';

/** The workflow ids of callbacks; what follows is the callback's id, which is what every other line is found by. */
const CALLBACK_ID = /^callback-(.+)$/;

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const satisfies Record<LogLevel, string>;

let installed = false;

/**
 * Lets the SDK write its log to ours, each line with the callback it is about, and leaves signals to whoever owns the process. A
 * process has one such runtime; a second call changes nothing.
 */
export function installRuntime(log: Log): void {
  if (installed) return;
  installed = true;
  const write = (level: LogLevel, message: string, meta: LogMetadata = {}) => log[LEVELS[level]](withCallbackId(meta), message);
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: write,
      trace: (message, meta) => write('TRACE', message, meta),
      debug: (message, meta) => write('DEBUG', message, meta),
      info: (message, meta) => write('INFO', message, meta),
      warn: (message, meta) => write('WARN', message, meta),
      error: (message, meta) => write('ERROR', message, meta),
    },
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} } },
  });
}

function withCallbackId({ error, namespace: _namespace, taskQueue: _taskQueue, ...meta }: LogMetadata): LogMetadata {
  const workflowId: unknown = meta['workflowId'] ?? meta['workflowExecution']?.workflowId;
  const callbackId = typeof workflowId === 'string' ? CALLBACK_ID.exec(workflowId)?.[1] : undefined;
  return { ...meta, ...(callbackId ? { callbackId } : {}), ...(error ? { err: error } : {}) };
}
