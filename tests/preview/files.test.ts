import type { Page } from 'playwright-core';
import { fixture } from './support/program';
import { startPhoneOnCloud, type FixturePhone } from './support/fixture-phone';
import { call, resultOf, tryPage } from './support/try-wx';

let phone: FixturePhone;

beforeAll(async () => {
  phone = await startPhoneOnCloud();
});
afterAll(() => phone.close());

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const file = 'wxfile://usr/票.txt';
const picture = 'wxfile://usr/dot.png';

/** Puts a file of the phone into cloud storage; returns its id. */
async function upload(page: Page, cloudPath: string, text: string): Promise<string> {
  await call(page, 'fs.writeFileSync', file, text);
  const { fileID } = (await call(page, 'cloud.uploadFile', { cloudPath, filePath: file })) as { fileID: string };
  return fileID;
}

describe('the phone’s file system', () => {
  test('keeps what page code writes, whole and in part, in every encoding', async () => {
    const page = await phone.open(tryPage);
    expect(await call(page, 'fs.writeFile', { filePath: file, data: '公评ab' })).toEqual({ errMsg: 'writeFile:ok' });
    expect(await call(page, 'fs.readFileSync', file, 'utf8')).toBe('公评ab');
    expect(await call(page, 'fs.readFile', { filePath: file, encoding: 'hex', position: 3, length: 3 })).toMatchObject({
      data: 'e8af84',
    });
    expect(await call(page, 'fs.readFileSync', file)).toEqual({ bytes: [0xe5, 0x85, 0xac, 0xe8, 0xaf, 0x84, 97, 98] });
    await call(page, 'fs.appendFileSync', file, 'YWE=', 'base64');
    expect(await call(page, 'fs.readFileSync', file, 'utf-8')).toBe('公评abaa');
    expect(await call(page, 'fs.statSync', file)).toMatchObject({ size: 10 });
    expect(await call(page, 'fs.getFileInfo', { filePath: file })).toMatchObject({ size: 10 });
  });

  test('has folders', async () => {
    const page = await phone.open(tryPage);
    await call(page, 'fs.mkdirSync', 'wxfile://usr/a/b', true);
    await call(page, 'fs.writeFileSync', 'wxfile://usr/a/b/c', 'x');
    expect(await call(page, 'fs.readdirSync', 'wxfile://usr/a')).toEqual(['b']);
    expect(await call(page, 'fs.rmdirSync', 'wxfile://usr/a')).toEqual({
      errMsg: 'rmdirSync:fail directory not empty',
      errCode: 1300066,
    });
    await call(page, 'fs.rmdirSync', 'wxfile://usr/a', true);
    expect(await call(page, 'fs.accessSync', 'wxfile://usr/a/b/c')).toMatchObject({ errCode: 1300002 });
  });

  test.each([
    ['readFile', { filePath: 'wxfile://usr/none' }, 'no such file or directory wxfile://usr/none', 1300002],
    [
      'writeFile',
      { filePath: 'wxfile://usr/none/a', data: '' },
      'no such file or directory wxfile://usr/none/a',
      1300002,
    ],
    ['writeFile', { filePath: '/a.txt', data: '' }, 'permission denied, cannot access file path /a.txt', 1301000],
    ['writeFile', { filePath: file, data: 'data:x', encoding: 'base64' }, 'base64 encode error', 1300203],
    ['unlink', {}, 'parameter error: parameter.filePath should be String instead of Undefined;', undefined],
    ['saveFile', { tempFilePath: 'wxfile://tmp_none' }, 'tempFilePath file not exist', 1301112],
    ['unzip', {}, 'is not offered by the preview', undefined],
  ])('refuses %s of %j in WeChat’s words', async (name, given, text, errCode) => {
    const page = await phone.open(tryPage);
    expect(await call(page, `fs.${name}`, given)).toEqual({ errMsg: `${name}:fail ${text}`, errCode });
  });

  test('a file of the phone is drawn, and no more once it is deleted', async () => {
    const page = await phone.open(tryPage);
    await call(page, 'fs.writeFileSync', picture, onePixel, 'base64');
    await call(page, 'show', picture);
    await page.locator('#drawn', { hasText: '1x1' }).waitFor();
    await call(page, 'fs.unlinkSync', picture);
    await call(page, 'show', '');
    await call(page, 'show', picture);
    await page.locator('#drawn', { hasText: 'cannot be drawn' }).waitFor();
  });
});

describe('cloud storage', () => {
  test('a file goes up with its progress, comes back, gets a link, and goes', async () => {
    const page = await phone.open(`as=小李&${tryPage}`);
    await call(page, 'fs.writeFileSync', file, '公评'.repeat(1000));
    await page
      .locator('#call input')
      .fill(JSON.stringify(['cloud.uploadFile', { cloudPath: 'a/票.txt', filePath: file }]));
    await page.locator('#run-with-callbacks').click();
    await page.locator('#result', { hasText: 'success' }).waitFor();
    const fileID = 'cloud://local-env.local-local-env/a/票.txt';
    expect(await page.locator('#result').innerText()).toBe(
      `success ${JSON.stringify({ fileID, statusCode: 200, errMsg: 'cloud.uploadFile:ok' })} complete`,
    );
    expect(await page.locator('#progress').innerText()).toBe('100');

    const down = (await call(page, 'cloud.downloadFile', { fileID })) as { tempFilePath: string };
    expect(down.tempFilePath).toMatch(/^wxfile:\/\/tmp_\w+\.txt$/);
    expect(await call(page, 'fs.readFileSync', down.tempFilePath, 'utf8')).toBe('公评'.repeat(1000));

    const missing = `${fileID}.none`;
    expect(await call(page, 'cloud.getTempFileURL', { fileList: [fileID, missing] })).toMatchObject({
      fileList: [
        { fileID, status: 0, tempFileURL: expect.stringContaining('http') },
        { fileID: missing, status: -503003, errMsg: 'STORAGE_FILE_NONEXIST' },
      ],
    });
    expect(await call(page, 'cloud.deleteFile', { fileList: [fileID, missing] })).toMatchObject({
      fileList: [
        { fileID, status: 0 },
        { fileID: missing, status: -503003 },
      ],
    });
    expect(await call(page, 'cloud.downloadFile', { fileID })).toEqual({
      errMsg: 'cloud.downloadFile:fail STORAGE_FILE_NONEXIST',
      errCode: -503003,
    });
  });

  test('a picture of the cloud’s storage is drawn by its id', async () => {
    const page = await phone.open(tryPage);
    await call(page, 'fs.writeFileSync', picture, onePixel, 'base64');
    const { fileID } = (await call(page, 'cloud.uploadFile', { cloudPath: 'dot.png', filePath: picture })) as {
      fileID: string;
    };
    await call(page, 'show', fileID);
    await page.locator('#drawn', { hasText: '1x1' }).waitFor();
  });

  test('a plain request gets a file at the installation’s address, as bytes where bytes are asked for', async () => {
    const page = await phone.open(tryPage);
    const base64 = '/wDliIY=';
    await call(page, 'fs.writeFileSync', file, base64, 'base64');
    await call(page, 'cloud.uploadFile', { cloudPath: 'bytes', filePath: file });
    const ask = (path: string, type: object) =>
      call(page, 'request', { url: `${fixture.storageAddress}/${path}`, ...type });
    const isBytes = { responseType: 'arraybuffer' };
    expect(await ask('bytes?t=1', isBytes)).toMatchObject({
      data: { bytes: [...Buffer.from(base64, 'base64')] },
      statusCode: 200,
      errMsg: 'request:ok',
    });
    expect(await ask('none?t=1', isBytes)).toMatchObject({ statusCode: 404 });
    await upload(page, 'figures.json', '{"votes":12}');
    expect(await ask('figures.json?t=1', {})).toMatchObject({ data: { votes: 12 }, statusCode: 200 });
    expect(await ask('figures.json?t=1', { dataType: 'text' })).toMatchObject({ data: '{"votes":12}' });
  });

  test('nobody overwrites or deletes what somebody else put up', async () => {
    const fileID = await upload(await phone.open(`as=小李&${tryPage}`), 'own.txt', 'mine');
    const page = await phone.open(`as=小王&${tryPage}`);
    await call(page, 'fs.writeFileSync', file, 'forged');
    expect(await call(page, 'cloud.uploadFile', { cloudPath: 'own.txt', filePath: file })).toEqual({
      errMsg: 'cloud.uploadFile:fail STORAGE_EXCEED_AUTHORITY',
      errCode: -503002,
    });
    expect(await call(page, 'cloud.deleteFile', { fileList: [fileID] })).toMatchObject({
      fileList: [{ status: -503002 }],
    });
  });

  test('the newest content of a file comes down, not what the browser remembers', async () => {
    const page = await phone.open(tryPage);
    const fileID = await upload(page, 'checkpoint', 'one');
    await call(page, 'cloud.downloadFile', { fileID });
    await upload(page, 'checkpoint', 'two');
    const { tempFilePath } = (await call(page, 'cloud.downloadFile', { fileID })) as { tempFilePath: string };
    expect(await call(page, 'fs.readFileSync', tempFilePath, 'utf8')).toBe('two');
  });

  test('what is missing is named, and no client reaches the database', async () => {
    const page = await phone.open(tryPage);
    expect(await call(page, 'cloud.uploadFile', { cloudPath: 'x' })).toEqual({
      errMsg: 'cloud.uploadFile:fail parameter error: parameter.filePath should be String instead of Undefined;',
      errCode: -401003,
    });
    await call(page, 'cloud.database');
    expect(await resultOf(page)).toMatchObject({ errMsg: 'cloud.database:fail is not offered by the preview' });
  });
});
