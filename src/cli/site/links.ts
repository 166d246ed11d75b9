import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type Metalsmith from 'metalsmith';
import { projectRoot } from '../../twin/runtime/project-root';

/** The page of the site that is made of a page of the project. */
export const siteNameOf = (page: string): string => page.replace(/\.md$/, '.html');

const isLocal = (target: string): boolean => !/^(?:[a-z]+:|#|\/\/)/i.test(target);

/**
 * Makes links between pages lead to pages of the site, and takes along the files that they lead to or show: pictures, the file to paste.
 * Runs after the pages are HTML.
 */
export const followLinks: Metalsmith.Plugin = (files) => {
  for (const [name, page] of Object.entries(files)) {
    const taken = new Set<string>();
    const text = page.contents
      .toString()
      .replace(/ (href|src)="([^"]+)"/g, (whole, kind: string, target: string) => {
        if (!isLocal(target)) return whole;
        const [file = '', anchor] = target.split('#');
        if (!file.endsWith('.md')) taken.add(posix.join(posix.dirname(name), decodeURI(file)));
        return ` ${kind}="${[siteNameOf(file), anchor].filter((part) => part !== undefined).join('#')}"`;
      });
    page.contents = Buffer.from(text);
    for (const path of taken) for (const one of filesAt(path)) files[one.name] ??= one.file;
  }
};

interface NamedFile {
  readonly name: string;
  readonly file: Metalsmith.File;
}

/** The file of the project at that path, or the files of the folder there; none when there is nothing. */
function filesAt(path: string): readonly NamedFile[] {
  const place = join(projectRoot, path);
  if (!existsSync(place)) return [];
  if (statSync(place).isDirectory())
    return readdirSync(place).flatMap((name) => filesAt(posix.join(path, name)));
  return [{ name: path, file: { contents: readFileSync(place) } }];
}
