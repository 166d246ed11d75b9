import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { gzipSync } from 'fflate';

const browsers = ['chrome105', 'firefox105', 'safari15.4'];

async function bundleForBrowser(source: string, plugins: readonly Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    outdir: 'unused',
    format: 'iife',
    charset: 'utf8',
    target: browsers,
    // The file to paste holds every page, and an editor has to open it.
    minify: true,
    legalComments: 'none',
    plugins: [...plugins],
    logLevel: 'warning',
  });
  return outputFiles.map((file) => file.text.trimEnd()).join('\n');
}

/**
 * Puts `content` where the page has the comment `<!-- inline <fileName> -->`.
 * @throws {Error} unless the page has that comment exactly once
 */
export function inlineAt(page: string, fileName: string, content: string): string {
  const [before, after, ...more] = page.split(`<!-- inline ${fileName} -->`);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`The page must have <!-- inline ${fileName} --> exactly once.`);
  return before + content + after;
}

async function bundlePage(
  folder: string,
  name: string,
  plugins: readonly Plugin[],
): Promise<string> {
  const wrappers = {
    css: (text: string) => `<style>\n${text}\n</style>`,
    ts: (text: string) => `<script>\n${text}\n</script>`,
  };
  let page = readFileSync(join(folder, `${name}.html`), 'utf8');
  for (const [extension, wrap] of Object.entries(wrappers)) {
    const source = join(folder, `${name}.${extension}`);
    if (!existsSync(source)) continue;
    page = inlineAt(page, basename(source), wrap(await bundleForBrowser(source, plugins)));
  }
  return page;
}

/**
 * Every `<name>.html` of the folder with its `<name>.css` and `<name>.ts` put inside, by name. Empty without such a folder.
 * @throws {Error} when a page lacks the marker of a file that stands beside it
 */
export async function bundlePages(
  folder: string,
  plugins: readonly Plugin[] = [],
): Promise<Record<string, string>> {
  const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const pages: Record<string, string> = {};
  for (const file of files.filter((candidate) => candidate.endsWith('.html'))) {
    const name = basename(file, '.html');
    pages[name] = await bundlePage(folder, name, plugins);
  }
  return pages;
}

/** Pages as the file to paste holds them: gzip as base64. By a library, as each Node has a zlib of its own and the file is kept in the repository. */
export function packPages(
  pages: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const pack = (page: string): string =>
    Buffer.from(gzipSync(Buffer.from(page), { level: 9, mtime: 0 })).toString('base64');
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, pack(page)]));
}
