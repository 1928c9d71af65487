import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Centre } from './system.ts';
import { startCentre } from './system.ts';

const START_MS = 240_000;
const STORY_MS = 120_000;

/**
 * Runs the stories of one file over one running system. Each begins with nobody Ready and no callback open, and with no page open;
 * a story that fails says where the pictures of its pages are. The system finds these settings in its environment.
 */
export function stories(settings: Readonly<Record<string, string>> = {}): (title: string, tell: (centre: Centre) => Promise<void>) => void {
  let centre: Centre | undefined;
  beforeAll(async () => {
    centre = await startCentre(undefined, settings);
  }, START_MS);
  afterEach(async () => {
    await Promise.all(centre?.browser.contexts().map((context) => context.close()) ?? []);
    await centre?.tidy();
  }, STORY_MS);
  afterAll(() => centre?.stop(), STORY_MS);
  return (title, tell) =>
    test(title, async () => {
      if (!centre) throw new Error('The system did not start.');
      try {
        await tell(centre);
      } catch (error) {
        throw await withPictures(centre, title, error);
      }
    }, STORY_MS);
}

/** The error, with the paths of pictures of every open page added to its message. */
async function withPictures({ browser }: Centre, title: string, error: unknown): Promise<unknown> {
  const folder = join(process.env['RINGBACK_SCREENSHOTS'] ?? join(tmpdir(), 'ringback-failures'), title.replaceAll(/\W+/g, '-').slice(0, 60));
  mkdirSync(folder, { recursive: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  const paths = pages.map((_page, index) => join(folder, `page-${index + 1}.png`));
  await Promise.all(pages.map((page, index) => page.screenshot({ path: paths[index] ?? '' }).catch(() => undefined)));
  if (!(error instanceof Error) || paths.length === 0) return error;
  const { message, stack } = error;
  error.message = `${message}\n\nThe pages then:\n${paths.join('\n')}\n`;
  error.stack = stack?.replace(message, () => error.message) ?? error.message;
  return error;
}
