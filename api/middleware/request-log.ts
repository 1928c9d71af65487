import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log } from '../../config/log.ts';

const answering = new AsyncLocalStorage<string>();

/** The id of the request that is being answered, for whoever is handed none; undefined: there is none. */
export function currentRequestId(): string | undefined {
  return answering.getStore();
}

/**
 * One line per request: method, the path's pattern and how it went. Neither query, body nor the path of what is unknown is
 * logged: they may hold a telephone number. The request's id is answered as `X-Request-Id`.
 */
export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const requestId = randomUUID();
    const began = performance.now();
    res.set('X-Request-Id', requestId);
    res.once('close', () => {
      const durationMs = Math.round(performance.now() - began);
      const line = { requestId, method: req.method, route: routeOf(req), status: res.statusCode, durationMs, finished: res.writableFinished };
      log.info(line, 'request');
    });
    answering.run(requestId, next);
  };
}

/** The pattern that matched, such as `/v1/callbacks/:id`; `-` where none did. */
export function routeOf(req: Parameters<RequestHandler>[0]): string {
  const route: unknown = req.route;
  const isRoute = typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string';
  return isRoute ? `${req.baseUrl}${String(route.path)}` : '-';
}
