/**
 * Pictures of every screen in every state, taken from the running system: `npm run screenshots`. They go to the folder that
 * RINGBACK_SCREENSHOTS names (or a temporary one), to be looked at; some of them are the README's, in docs/. With `-- calls` they
 * are of the states of a call alone.
 */
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATALOGUES, pickLanguage } from '../../console/i18n/languages.ts';
import { findChromium } from '../../tools/chromium.ts';
import { root } from '../../tools/set-up.mjs';
import { signIn } from './person.ts';
import { fill, picturesOfAdministration } from './pictures-administration.ts';
import { picturesOfCalls } from './pictures-calls.ts';
import { picturesOf } from './pictures.ts';
import type { Centre } from './system.ts';
import { startCentre } from './system.ts';

const LOOKS = [
  { name: 'en', locale: 'en-GB', colorScheme: 'light' },
  { name: 'ja', locale: 'ja-JP', colorScheme: 'light' },
  { name: 'ko', locale: 'ko-KR', colorScheme: 'light' },
  { name: 'ja-dark', locale: 'ja-JP', colorScheme: 'dark' },
] as const;

/** The README's pictures, and which of ours they are. */
const DOCS = {
  'desk.png': 'en/desk-connected.png',
  'phone.png': 'en/phone.png',
  'callbacks.png': 'en/list-1280.png',
  'distribution.png': 'en/distribution-1280.png',
  'status.png': 'en/status-1280.png',
  'wallboard.png': 'en/wallboard-1280.png',
  'route.png': 'en/settings-route-1280.png',
};

const silent = { now: () => undefined, done: () => undefined };
process.env['RINGBACK_TEST_CHROMIUM'] ??= await findChromium(process.env, silent);
const folder = process.env['RINGBACK_SCREENSHOTS'] ?? mkdtempSync(join(tmpdir(), 'ringback-screenshots-'));
if (process.argv[2] === 'calls') await ofEach((centre, look, into) => picturesOfCalls(centre, look, into, look.name === 'en'));
else {
  await ofEach(ofEveryScreen);
  mkdirSync(join(root, 'docs'), { recursive: true });
  for (const [name, picture] of Object.entries(DOCS)) copyFileSync(join(folder, picture), join(root, 'docs', name));
}
process.stdout.write(`The pictures are in ${folder}\n`);

type Look = (typeof LOOKS)[number];

/** Takes pictures in each look, of a system of its own. */
async function ofEach(take: (centre: Centre, look: Look, into: string) => Promise<void>): Promise<void> {
  for (const look of LOOKS) {
    const into = join(folder, look.name);
    mkdirSync(into, { recursive: true });
    const centre = await startCentre();
    await take(centre, look, into);
    await centre.stop();
  }
}

async function ofEveryScreen(centre: Centre, look: Look, into: string): Promise<void> {
  await picturesOf(centre, look, into);
  await fill(centre);
  await picturesOfAdministration(await signIn(centre, 'admin', look), CATALOGUES[pickLanguage([look.locale])].app.loading, into);
}
