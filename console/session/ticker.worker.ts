/* Ticks for the heartbeat. Browsers slow the timers of a page nobody looks at to one a minute; those of a worker they leave alone. */

const EVERY_MS = 10_000;

setInterval(() => postMessage('tick'), EVERY_MS);
