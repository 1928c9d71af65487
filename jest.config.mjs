const swc = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' }, sourceMaps: 'inline' },
];

/** Native ES modules through @swc/jest: imports name the `.ts` file, so nothing needs mapping. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  maxWorkers: 2,
  // Modules of earlier files stay in a worker's memory.
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', 'summary', '<rootDir>/tools/closing-line-reporter.mjs'],
  testTimeout: 60_000,
  coverageProvider: 'v8',
  collectCoverageFrom: ['domain/**/*.ts'],
  coverageThreshold: { './domain/': { branches: 100, functions: 100, lines: 100, statements: 100 } },
};
