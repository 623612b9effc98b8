import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recountFile } from '../../../scripts/recount/recount-file';
import type { RecountPage } from './recount-page';

const folder = mkdtempSync(path.join(tmpdir(), 'verdicts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command says of a bundle. */
export async function command(bundle: string | Buffer, given: Parameters<typeof recountFile>[1] = {}) {
  const file = path.join(folder, 'poll.bundle');
  writeFileSync(file, bundle);
  return recountFile(file, given);
}

/** What the page shows of a fault, beside what the command says. */
export async function shownFault(page: RecountPage): Promise<{ code: string; line: number; message: string }> {
  const place = await page.fact('位置');
  return {
    code: await page.fact('错误名称'),
    line: place === '文件开头' ? 0 : Number(/第 ([\d,]+) 行/.exec(place)?.[1]?.replaceAll(',', '')),
    message: await page.fact('详细'),
  };
}
