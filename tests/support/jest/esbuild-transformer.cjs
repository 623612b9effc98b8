// Jest's transformer: TypeScript and ESM-only packages to CommonJS by esbuild. It strips types and does not check them,
// which keeps a run quick; `npm run check` holds the types.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const LOADERS = { '.ts': 'ts', '.js': 'js', '.mjs': 'js', '.cjs': 'js', '.jsx': 'jsx', '.tsx': 'tsx' };

/** Everything that decides the output besides the file itself; a change must miss jest's cache. */
const ownKey = createHash('sha256').update(readFileSync(__filename)).update(esbuild.version).digest('hex');

module.exports = {
  getCacheKey(source, file) {
    return createHash('sha256').update(ownKey).update('\0').update(file).update('\0').update(source).digest('hex');
  },

  process(source, file) {
    const result = esbuild.transformSync(source, {
      sourcefile: file,
      loader: LOADERS[path.extname(file)] ?? 'js',
      format: 'cjs',
      target: 'node20',
      // Jest's module registry knows `require` only, so `import()` becomes one.
      supported: { 'dynamic-import': false },
      sourcemap: 'inline',
      sourcesContent: false,
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    });
    return { code: result.code };
  },
};
