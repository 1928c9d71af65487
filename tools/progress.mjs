const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 100;
const shownAfterMs = 1000;
const repeatedEveryMs = 30_000;

/**
 * How long something took, for people: `0.4 s`, `27 s`, `3 min 5 s`.
 *
 * @param {number} ms
 */
export function duration(ms) {
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A spinner with the time elapsed, redrawn on one line of a terminal. */
function spinner(out, doing, startedAt) {
  let frame = 0;
  const draw = () => {
    const elapsedMs = Date.now() - startedAt;
    if (elapsedMs < shownAfterMs) return;
    out.write(`\r\u001B[K${frames[frame++ % frames.length]} ${doing()} (${duration(elapsedMs)})`);
  };
  const timer = setInterval(draw, frameMs);
  return () => {
    clearInterval(timer);
    out.write('\r\u001B[K');
  };
}

/** Plain lines for a log: when a step turns out to be long, when it starts something else, and every 30 seconds. */
function plainLines(out, doing, startedAt) {
  let written;
  let writtenAt = 0;
  const draw = () => {
    const now = Date.now();
    const text = doing();
    if (now - startedAt < shownAfterMs || (text === written && now - writtenAt < repeatedEveryMs)) return;
    out.write(text === written ? `… ${text} (${duration(now - startedAt)})\n` : `… ${text}\n`);
    written = text;
    writtenAt = now;
  };
  const timer = setInterval(draw, frameMs);
  return () => clearInterval(timer);
}

/**
 * What a step tells of itself: `now` what it is doing at present, `done` the line that stays. A step that never calls `done`
 * leaves no line: there was nothing to do and nothing to say.
 *
 * @typedef {{ now: (doing: string) => void, done: (outcome: string) => void }} Say
 */

/** @typedef {<T>(doing: string, work: (say: Say) => Promise<T>) => Promise<T>} Step */

/**
 * Makes `step`, which runs one piece of work and shows it as one line with the time it took; while it takes longer than a second,
 * a terminal shows a spinner and a log a plain line.
 *
 * @param {{ write: (text: string) => unknown, isTTY?: boolean }} [out]
 * @returns {Step}
 */
export function createProgress(out = process.stdout) {
  return async (doing, work) => {
    const startedAt = Date.now();
    /** @type {string | undefined} */
    let outcome;
    const stop = (out.isTTY ? spinner : plainLines)(out, () => doing, startedAt);
    const say = {
      now: (text) => {
        doing = text;
      },
      done: (text) => {
        outcome = text;
      },
    };
    try {
      return await work(say);
    } catch (error) {
      outcome = undefined;
      throw error;
    } finally {
      stop();
      if (outcome) out.write(`✓ ${outcome} (${duration(Date.now() - startedAt)})\n`);
    }
  };
}
