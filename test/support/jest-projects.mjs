import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

/** The tests of one folder below `test/`. */
export const project = (name, extra = {}) => ({
  displayName: name,
  rootDir,
  testEnvironment: 'node',
  injectGlobals: false,
  restoreMocks: true,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform: { '\\.ts$': '<rootDir>/test/support/esbuild-transform.cjs' },
  // numfmt 4.0.1 names a CommonJS file it does not ship; this one is it.
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
  ...extra,
});

/** Builds dist/ (what is deployed) and build/ (the twin's worker and viewer) once, before any test. */
export const built = { globalSetup: '<rootDir>/test/support/build-all.mjs' };

/** What every run has in common. */
export const everyRun = {
  maxWorkers: '100%',
  // No measure of speed: it only ends a test that hangs. No test has a limit of its own, and what a test waits for is a state, never a time.
  testTimeout: 30 * 60_000,
};
