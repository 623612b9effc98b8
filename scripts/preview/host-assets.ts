import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compileTemplates } from './compile/templates';
import { shownOf, type PreviewProgram } from './program';

const browserDir = path.join(__dirname, 'browser');

/** Built-in components whose children lie deeper than in their own element. */
const innerTemplates: Readonly<Record<string, string>> = {
  swiper: '<swiper-track><slot/></swiper-track>',
};

/** The preview's own page: what stands around the mini-program and carries it. @param isWatched whether it follows changes */
export async function hostAssets(
  program: PreviewProgram,
  isWatched: boolean,
): Promise<{ html: string; script: string; style: string }> {
  const files = Object.keys(innerTemplates).map((tag) => `${tag}.wxml`);
  const templates = compileTemplates(files, (file) => innerTemplates[file.replace('.wxml', '')] ?? '');
  const bundle = await build({
    entryPoints: [path.join(browserDir, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'chrome110',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    logLevel: 'error',
    loader: { '.css': 'text' },
    define: {
      'process.env.NODE_ENV': '"production"',
      PREVIEW_PROGRAM: JSON.stringify(shownOf(program)),
      PREVIEW_IS_WATCHED: JSON.stringify(isWatched),
    },
    banner: { js: `var PREVIEW_TEMPLATES=${templates};` },
  });
  const styles = ['shell.css', 'dialogs.css', 'built-ins.css', 'panel.css', 'chats.css', 'notices.css'];
  const texts = await Promise.all(styles.map((name) => readFile(path.join(browserDir, 'style', name), 'utf8')));
  return {
    html: await readFile(path.join(browserDir, 'index.html'), 'utf8'),
    script: bundle.outputFiles[0]?.text ?? '',
    style: texts.join('\n'),
  };
}
