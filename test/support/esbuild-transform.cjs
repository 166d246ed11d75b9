// Jest's transform: the same compiler as the bundle's, with an inline source map so that coverage names the right lines.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const esbuild = require('esbuild');

const self = readFileSync(__filename);
const urlOfFile = 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;';

module.exports = {
  getCacheKey(source, path, { configString, instrument }) {
    return createHash('sha256')
      .update(self)
      .update(esbuild.version)
      .update(`${path}\0${instrument}\0${configString}\0`)
      .update(source)
      .digest('hex')
      .slice(0, 32);
  },
  process(source, path) {
    const { code } = esbuild.transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcefile: path,
      sourcemap: 'inline',
      sourcesContent: true,
      define: { 'import.meta.url': '__importMetaUrl' },
      banner: /import\.meta\.url/.test(source) ? urlOfFile : '',
    });
    return { code: code.replace(/^__export\(/m, '/* istanbul ignore next */ __export(') };
  },
};
