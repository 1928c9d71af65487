import { execFile } from 'node:child_process';

/** The first and last lines of what a command said: some say at the beginning why they failed, some at the end. */
function inShort(text) {
  const lines = text.trim().split('\n');
  return (lines.length > 30 ? [...lines.slice(0, 15), '…', ...lines.slice(-15)] : lines).join('\n');
}

/**
 * Runs a command to its end without a terminal and without input.
 *
 * @param {string} command a name on PATH or a path
 * @param {string[]} args
 * @param {import('node:child_process').ExecFileOptions} [options] for example `cwd`, `env`, `timeout` (ms), `uid`
 * @returns {Promise<string>} its standard output
 * @throws {Error} when it cannot be started or ends with anything but 0; the message carries the first and last lines it printed
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { maxBuffer: 2 ** 26, ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const said = inShort(`${stdout}\n${stderr}`) || error.message;
      return reject(new Error(`${command} ${args.join(' ')} failed:\n${said}`, { cause: error }));
    });
    child.stdin?.end();
  });
}
