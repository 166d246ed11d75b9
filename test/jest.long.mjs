import { built, everyRun, project } from './support/jest-projects.mjs';

/** What takes so long that it has a command of its own: many histories, every moment of a death, tabs of their full length. */
export default { ...everyRun, rootDir: '..', projects: [project('long', built)] };
