import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/**
 * A logger that writes one JSON object per line.
 *
 * @param file where to; without it, standard output
 * @returns `flush` writes out what is still in memory, for the last moment of a process
 */
export function createLog(level: Config['logLevel'], file?: string): { log: Log; flush: () => void } {
  const destination = pino.destination({ dest: file ?? 1, mkdir: true, append: true, sync: true });
  return { log: pino({ level, base: undefined }, destination), flush: () => destination.flushSync() };
}
