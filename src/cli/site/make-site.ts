import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import markdown from '@metalsmith/markdown';
import { build } from 'esbuild';
import Metalsmith from 'metalsmith';
import { projectRoot } from '../../twin/runtime/project-root';
import { framePage, frontPage, type Leaf } from './frame';
import { followLinks, siteNameOf } from './links';
import { languageOf, listPages } from './pages';
import { sectionsOf, titleOf } from './sections';

const source = join(projectRoot, 'src', 'cli', 'site');

async function readPages(): Promise<Metalsmith.Files> {
  const files: Metalsmith.Files = {};
  for (const page of listPages()) {
    const contents = await readFile(join(projectRoot, page));
    files[page] = { contents, language: languageOf(page) };
  }
  return files;
}

/** The sections of all pages for the search, as a script: a page that is opened from a disk may load no data. */
const listSections = (leaves: readonly Leaf[]): string => {
  const sections = leaves.flatMap(({ name, html, language }) => sectionsOf(name, html, language));
  const numbered = sections.map((section, id) => ({ id, ...section }));
  return `var siteSections = ${JSON.stringify(numbered)};\n`;
};

async function bundleSearch(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(source, 'client', 'search.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
  });
  return outputFiles.map(({ text }) => text).join('');
}

const file = (text: string): Metalsmith.File => ({ contents: Buffer.from(text) });

/** The place of a heading is named as GitHub names it, to which the pages' own links lead: without `¿` and `¡`. */
const nameHeadings: Metalsmith.Plugin = (files) => {
  for (const page of Object.values(files))
    page.contents = Buffer.from(
      page.contents
        .toString()
        .replace(
          /(<h[1-6] id=")([^"]*)/g,
          (_whole, start: string, id: string) => start + id.replace(/[¿¡]/g, ''),
        ),
    );
};

/** Puts the frame around every page, and the search, the style and the first page beside them. */
const frameAll: Metalsmith.Plugin = async (files) => {
  const leaves = listPages().map((page): Leaf => {
    const name = siteNameOf(page);
    const html = files[name]?.contents.toString() ?? '';
    return { name, html, title: titleOf(html), language: languageOf(page) };
  });
  for (const leaf of leaves) files[leaf.name] = file(framePage(leaf, leaves));
  files['index.html'] = file(frontPage());
  files['sections.js'] = file(listSections(leaves));
  files['search.js'] = file(await bundleSearch());
  files['site.css'] = { contents: await readFile(join(source, 'client', 'site.css')) };
};

/** Writes the site of the project's pages into a folder, which it empties first; it is read from there, without a server. */
export async function makeSite(folder: string): Promise<void> {
  const site = Metalsmith(projectRoot).destination(folder).clean(true);
  const files = await site
    .use(markdown({ engineOptions: { headerIds: true, mangle: false } }))
    .use(nameHeadings)
    .use(followLinks)
    .use(frameAll)
    .run(await readPages());
  await site.write(files);
}
