import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const browsers = ['chrome105', 'firefox105', 'safari15.4'];

async function bundleForBrowser(source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    outdir: 'unused',
    format: 'iife',
    charset: 'utf8',
    target: browsers,
    legalComments: 'none',
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

async function bundlePage(folder: string, name: string): Promise<string> {
  const wrappers = {
    css: (text: string) => `<style>\n${text}\n</style>`,
    ts: (text: string) => `<script>\n${text}\n</script>`,
  };
  let page = readFileSync(join(folder, `${name}.html`), 'utf8');
  for (const [extension, wrap] of Object.entries(wrappers)) {
    const source = join(folder, `${name}.${extension}`);
    if (!existsSync(source)) continue;
    page = inlineAt(page, basename(source), wrap(await bundleForBrowser(source)));
  }
  return page;
}

/**
 * Every `<name>.html` of the folder with its `<name>.css` and `<name>.ts` put inside, by name. Empty without such a folder.
 * @throws {Error} when a page lacks the marker of a file that stands beside it
 */
export async function bundlePages(folder: string): Promise<Record<string, string>> {
  const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const pages: Record<string, string> = {};
  for (const file of files.filter((candidate) => candidate.endsWith('.html'))) {
    const name = basename(file, '.html');
    pages[name] = await bundlePage(folder, name);
  }
  return pages;
}
