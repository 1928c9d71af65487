import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MessageNews } from '../../store/message/messages.ts';
import { routeOf } from './request-log.ts';

/** The figures of one API process, for Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  /** Times every request by method, pattern and status. */
  readonly timeRequests: RequestHandler;
  /** Event streams open now. */
  readonly streams: Gauge;
  /** Counts a message by how it ended, once there is nothing more to learn of it. */
  countMessage(news: MessageNews | null): void;
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
  const messages = new Counter({
    name: 'ringback_messages_total',
    help: 'Messages to customers of whose end this process was told, by kind and end.',
    labelNames: ['kind', 'end'],
    registers: [registry],
  });
  return { registry, streams, timeRequests: timer(durations), countMessage: messageCounter(messages) };
}

function messageCounter(messages: Counter<'kind' | 'end'>): Metrics['countMessage'] {
  return (news) => {
    if (news?.settles) messages.inc({ kind: news.message.kind, end: news.message.state });
  };
}

function timer(durations: Histogram<'method' | 'route' | 'status'>): RequestHandler {
  return (req, res, next) => {
    const stop = durations.startTimer();
    res.once('close', () => stop({ method: req.method, route: routeOf(req), status: res.statusCode }));
    next();
  };
}
