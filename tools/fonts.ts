import { aptInstall, mayInstallPackages } from './debian.ts';
import type { Say } from './progress.mjs';
import { run } from './run.mjs';

const hasJapaneseFont = () => run('fc-list', [':lang=ja']).then((fonts) => fonts !== '', () => false);

/**
 * Sees to a font with Japanese characters, without which screenshots of the Japanese console show boxes. No test fails for want of
 * it, so where it cannot be installed this only says so.
 */
export async function installFont(say: Say): Promise<void> {
  if (process.platform !== 'linux') return;
  if (await hasJapaneseFont()) return say.done('a Japanese font is installed');
  if (!(await mayInstallPackages())) return say.done('no Japanese font: screenshots show boxes until fonts-noto-cjk is installed');
  say.now('installing fonts-noto-cjk with apt-get');
  await aptInstall('fonts-noto-cjk', 'fontconfig');
  return say.done('fonts-noto-cjk installed');
}
