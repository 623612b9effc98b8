import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { wxmlToJs, wxssToJs } from 'miniprogram-compiler';
import { buildMiniprogram } from '../../../scripts/build/miniprogram';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gongping-official-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

describe('WeChat’s own compilers', () => {
  it('take every template and style sheet of the built mini-program', async () => {
    const built = await buildMiniprogram(undefined, path.join(dir, 'app'));
    expect(wxmlToJs(built)).toContain('packages/voter/poll/poll.wxml');
    expect(wxssToJs(built)).toContain('app.wxss');
  });

  it.each(['<view>{{ a?.b }}</view>', '<view><text></view>'])('refuse %s', (template) => {
    const folder = path.join(dir, 'broken');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'broken.wxml'), template);
    expect(() => wxmlToJs(folder)).toThrow();
  });
});
