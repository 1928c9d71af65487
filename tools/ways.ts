import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';

/** One way to come by an executable: answers its path, or nothing; throwing is the same as nothing, except a `Problem`. */
export type Way = { name: string; find: () => Promise<string | undefined> };

/**
 * Tries the ways in their order and answers what the first that works found, and its name. A way that fails is passed over in
 * silence: the next may do.
 *
 * @throws {Problem} only what a way throws as such: a setting of the user's that is wrong
 */
export async function firstThatWorks(ways: Way[]): Promise<{ path: string; way: string } | undefined> {
  for (const way of ways) {
    try {
      const path = await way.find();
      if (path !== undefined) return { path, way: way.name };
    } catch (error) {
      if (error instanceof Problem) throw error;
    }
  }
  return undefined;
}

/** Whether there is a file or folder of that path. */
export async function isThere(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}

/** Whether the file is there and may be executed. */
export async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(() => true, () => false);
}

/** The path of a program by its name, looked for in the folders of PATH; nothing when no folder has it. */
export async function onPath(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, name);
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

/**
 * The way of a path that the user gives by a variable. A path that does not work is a problem to show, not to pass over: the user
 * believes that it is used.
 */
export function givenBy(variable: string, env: NodeJS.ProcessEnv, works: (path: string) => Promise<boolean>): Way {
  return {
    name: variable,
    find: async () => {
      const path = env[variable];
      if (!path) return undefined;
      if (await works(path)) return path;
      throw new Problem(`${variable} is ${path}, which does not run: correct it, or unset it to let Ringback find one.`);
    },
  };
}
