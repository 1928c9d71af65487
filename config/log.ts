import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';
import { loggableError, maskNumbers } from './loggable.ts';

export type Log = Logger;

/**
 * A logger that writes one JSON object per line, at once: nothing is lost when the process ends. Of errors it keeps what tells
 * nothing of customers, and no line of it holds a telephone number.
 *
 * @param file where to; without it, standard output
 */
export function createLog(level: Config['logLevel'], file?: string): Log {
  const options = {
    level,
    base: undefined,
    serializers: { err: loggableError },
    hooks: { streamWrite: maskNumbers },
  };
  return pino(options, pino.destination({ dest: file ?? 1, mkdir: true, append: true, sync: true }));
}
