import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { RequestError, type HttpAnswer } from './http';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Answers with a file below a folder.
 * @throws {RequestError} 404 when there is none, or the path leads out of the folder
 */
export async function serveFile(folder: string, path: string): Promise<HttpAnswer> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder) + sep))
    throw new RequestError(404, `Nothing is at ${path}.`);
  try {
    const body = await readFile(file);
    const contentType = types[extname(file)] ?? 'application/octet-stream';
    return {
      status: 200,
      headers: { 'content-type': contentType, 'cache-control': 'no-cache' },
      body,
    };
  } catch {
    throw new RequestError(404, `Nothing is at ${path}.`);
  }
}
