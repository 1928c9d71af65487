const oldest = { major: 20, minor: 19 };

/**
 * The sentence to show when this version of Node.js is too old, else `undefined`. `engines` in package.json only makes npm warn.
 *
 * @param {string} version as in `process.version`, for example `v20.19.0`
 * @returns {string | undefined}
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined;
  return `Ringback needs Node.js ${oldest.major}.${oldest.minor} or newer, and this is ${version}: install a newer one from https://nodejs.org.`;
}
