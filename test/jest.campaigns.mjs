import { built, everyRun, project } from './support/jest-projects.mjs';

/** What takes long: planted faults that must be caught, and executions that are harmed at their calls. */
export default { ...everyRun, rootDir: '..', projects: [project('campaigns', built)] };
