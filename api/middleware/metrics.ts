import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { routeOf } from './request-log.ts';

/** The figures of one API process, for Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  /** Times every request by method, pattern and status. */
  readonly timeRequests: RequestHandler;
  /** Event streams open now. */
  readonly streams: Gauge;
}

/** Figures of their own for each app, so that two in one process do not mix. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'ringback_http_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const streams = new Gauge({ name: 'ringback_event_streams', help: 'Event streams open now.', registers: [registry] });
  return { registry, streams, timeRequests: timer(durations) };
}

function timer(durations: Histogram<'method' | 'route' | 'status'>): RequestHandler {
  return (req, res, next) => {
    const stop = durations.startTimer();
    res.once('close', () => stop({ method: req.method, route: routeOf(req), status: res.statusCode }));
    next();
  };
}
