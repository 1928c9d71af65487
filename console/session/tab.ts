import { randomWord } from './random.ts';

const KEY = 'ringback-tab';

/**
 * This tab's name for its lease: kept over a reload, new for every other tab. A duplicated tab copies its session storage, so the
 * name is claimed with a lock for as long as the page lives; who finds it taken makes a new one.
 */
export function claimTabId(): Promise<string> {
  claimed ??= claimOrMake();
  return claimed;
}

let claimed: Promise<string> | undefined;

async function claimOrMake(): Promise<string> {
  const known = sessionStorage.getItem(KEY);
  if (known !== null && (await claim(known))) return known;
  const made = randomWord();
  sessionStorage.setItem(KEY, made);
  await claim(made);
  return made;
}

/** Holds the lock until the page goes; true where it was free, or where the browser has no locks (plain HTTP). */
function claim(name: string): Promise<boolean> {
  if (navigator.locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => {});
    };
    navigator.locks.request(`${KEY} ${name}`, { ifAvailable: true }, hold).catch(() => resolve(true));
  });
}
