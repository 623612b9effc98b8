import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A mini-program of one page with nothing but a word: what every page costs on this engine. */
const files: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['empty/empty'],
    componentFramework: 'glass-easel',
    glassEaselWebview: true,
    lazyCodeLoading: 'requiredComponents',
  }),
  'app.js': 'App({});',
  'app.wxss': 'page{font-size:16px}',
  'empty/empty.json': '{}',
  'empty/empty.js': "Page({ data: { word: '空白' } });",
  'empty/empty.wxml': '<view aria-role="button">{{word}}</view>',
};

/** Writes it, as it is built. @returns the folder */
export async function writeEmptyProgram(folder: string): Promise<string> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}
