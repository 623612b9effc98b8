import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** What the lint rules say of a file of this name with this text. */
function lint(file: string, text: string): string {
  const tool = path.join(root, 'node_modules/eslint/bin/eslint.js');
  const args = [tool, '--stdin', '--stdin-filename', path.join(root, file)];
  return spawnSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' }).stdout;
}

test('a page that speaks to WeChat itself is told where its door belongs', () => {
  const said = lint(
    'miniprogram/pages/home/home.ts',
    "void wx.showToast({ title: '' });\nconsole.log(getCurrentPages());\n",
  );
  expect(said).toMatch(/1:6 .*write a function in miniprogram\/phone/);
  expect(said).toMatch(/2:13 .*miniprogram\/phone\/navigation\.ts/);
});

test('a door to the phone opens none to the cloud', () => {
  const said = lint('miniprogram/phone/bars.ts', "wx.cloud.init({});\nvoid wx.showToast({ title: '' });\n");
  expect(said).toMatch(/1:1 .*miniprogram\/services\/cloud\.ts alone/);
  expect(said).not.toMatch(/ 2:/);
});
