import { built, everyRun, project } from './support/jest-projects.mjs';

/** All tests but the campaigns, which have a command of their own. */
export default {
  ...everyRun,
  rootDir: '..',
  projects: [
    project('unit'),
    project('house', built),
    project('twin', built),
    project('promises', built),
    project('browser', built),
    project('release', built),
  ],
};
