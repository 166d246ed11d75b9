export { launchBrowser } from '../../src/cli/browser';
