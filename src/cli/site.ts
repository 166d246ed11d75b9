import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../twin/runtime/project-root';
import { commands } from './commands';
import { runCommand } from './run-command';
import { makeSite } from './site/make-site';

const folder = join(projectRoot, 'build', 'site');

/** `npm run site`: the pages of the project as a site that is read from the disk; says where it begins. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.site, args, async () => {
    await makeSite(folder);
    console.log(pathToFileURL(join(folder, 'index.html')).href);
    return 0;
  });
}
