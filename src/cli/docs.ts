import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { projectRoot } from '../twin/runtime/project-root';
import { commands } from './commands';
import { fillPart, madeParts } from './made-parts';
import { runCommand } from './run-command';

/** `npm run docs`: writes the parts of the pages that are made from the code. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.docs, args, writeParts);
}

async function writeParts(): Promise<number> {
  for (const part of madeParts) {
    const path = join(projectRoot, part.page);
    const filled = fillPart(await readFile(path, 'utf8'), part, part.make());
    await writeFile(path, await format(filled, { parser: 'markdown' }));
    console.log(part.page);
  }
  return 0;
}
