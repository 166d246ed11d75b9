import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

const project = (name, extra = {}) => ({
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

// Builds dist/ (what is deployed) and build/ (the twin's worker and viewer) once, before any test.
const built = { globalSetup: '<rootDir>/test/support/build-all.mjs' };

/**
 * No measure of speed: it only ends a test that hangs. The longest test takes about 20 s on two quiet cores, so a machine may be 90 times
 * slower. No test has a limit of its own, and what a test waits for is a state, never a time.
 */
const hangMs = 30 * 60_000;

export default {
  rootDir: '..',
  projects: [
    project('unit'),
    project('house', built),
    project('twin', built),
    project('promises', built),
    project('deploy', built),
    project('browser', built),
  ],
  maxWorkers: '100%',
  testTimeout: hangMs,
};
