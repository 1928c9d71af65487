import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/**
 * A logger that writes one JSON object per line, at once: nothing is lost when the process ends.
 *
 * @param file where to; without it, standard output
 */
export function createLog(level: Config['logLevel'], file?: string): Log {
  return pino({ level, base: undefined }, pino.destination({ dest: file ?? 1, mkdir: true, append: true, sync: true }));
}
