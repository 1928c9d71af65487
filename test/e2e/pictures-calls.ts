import { join } from 'node:path';
import { CALL_STATES } from './call-states.ts';
import type { Seen } from './call-walk.ts';
import { walkOf } from './call-walk.ts';
import type { Looks } from './person.ts';
import type { Centre } from './system.ts';

const SMALL = { width: 1280, height: 800 } as const;
const LARGE = { width: 1920, height: 1080 } as const;

/** Takes a picture of every state of a call, on each side of it; on a large screen, too, where that is asked for. */
export async function picturesOfCalls(centre: Centre, looks: Looks, folder: string, isLargeToo: boolean): Promise<void> {
  const seen: Seen = async ({ page }, state) => {
    for (const size of isLargeToo ? [LARGE, SMALL] : [SMALL]) {
      await page.setViewportSize(size);
      await page.screenshot({ path: join(folder, `call-${state}-${size.width}.png`), animations: 'disabled' });
    }
  };
  for (const walk of Object.values(CALL_STATES)) {
    await walk(walkOf(centre, looks, seen));
    await Promise.all(centre.browser.contexts().map((context) => context.close()));
    await centre.tidy();
  }
}
