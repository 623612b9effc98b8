import type { Page } from 'playwright-core';
import { downloaded } from '../support/downloaded';
import { startFixturePhone, type FixturePhone } from './support/fixture-phone';
import { drawPhoto, turned } from './support/photo';
import { call, resultOf, startCall, tryPage } from './support/try-wx';

let phone: FixturePhone;

beforeAll(async () => {
  phone = await startFixturePhone();
});
afterAll(() => phone.close());

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const sheet = (name: string): File => ({ name, mimeType: 'text/csv', buffer: Buffer.from('编号,名称\n1,甲') });
const photo = (buffer: Buffer): File => ({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });

async function choose(page: Page, name: string, options: object, files: File[]): Promise<unknown> {
  await startCall(page, name, options);
  await page.locator('#phone-files').setInputFiles(files);
  return resultOf(page);
}

async function choosePhoto(page: Page, buffer: Buffer): Promise<string> {
  const options = { count: 1, mediaType: ['image'], sizeType: ['original'] };
  const { tempFiles } = (await choose(page, 'chooseMedia', options, [photo(buffer)])) as {
    tempFiles: [{ tempFilePath: string }];
  };
  return tempFiles[0].tempFilePath;
}

describe('a file from a chat', () => {
  const options = { count: 1, type: 'file', extension: ['.xlsx', 'csv'] };

  test('comes with its name and size, and can be read', async () => {
    const page = await phone.open(tryPage);
    const chosen = (await choose(page, 'chooseMessageFile', options, [sheet('名单.csv')])) as {
      tempFiles: [{ path: string }];
    };
    expect(chosen).toMatchObject({
      errMsg: 'chooseMessageFile:ok',
      tempFiles: [
        { name: '名单.csv', size: 19, type: 'file', path: expect.stringMatching(/^wxfile:\/\/tmp_\w+\.csv$/) },
      ],
    });
    expect(await call(page, 'fs.readFileSync', chosen.tempFiles[0].path, 'utf8')).toBe('编号,名称\n1,甲');
  });

  test('of another kind is not taken, and the person may choose again or leave', async () => {
    const page = await phone.open(tryPage);
    await startCall(page, 'chooseMessageFile', options);
    await page.locator('#phone-files').setInputFiles([sheet('名单.doc')]);
    await page.getByRole('alert').getByText('这里只能选xlsx、csv').waitFor();
    await page.getByRole('dialog').getByText('取消').click();
    expect(await resultOf(page)).toEqual({ errMsg: 'chooseMessageFile:fail cancel' });
  });
});

describe('pictures', () => {
  test('a photo is made smaller unless the original is asked for', async () => {
    const page = await phone.open(tryPage);
    const original = await drawPhoto(page, 2000, 1000);
    const sizeOf = async (sizeType: string[]): Promise<number> => {
      const options = { count: 1, mediaType: ['image'], sizeType };
      const chosen = (await choose(page, 'chooseMedia', options, [photo(original)])) as {
        type: string;
        tempFiles: [{ size: number; fileType: string }];
      };
      expect([chosen.type, chosen.tempFiles[0].fileType]).toEqual(['image', 'image']);
      return chosen.tempFiles[0].size;
    };
    expect(await sizeOf(['original'])).toBe(original.length);
    expect(await sizeOf(['compressed'])).toBeLessThan(original.length / 2);
  });

  test('leaving the album is told', async () => {
    const page = await phone.open(tryPage);
    await startCall(page, 'chooseMedia', {});
    await page.getByRole('dialog').getByText('取消').click();
    expect(await resultOf(page)).toEqual({ errMsg: 'chooseMedia:fail cancel' });
  });

  test('compressing really makes a file smaller, in the width that was wanted', async () => {
    const page = await phone.open(tryPage);
    const original = await drawPhoto(page, 1200, 800);
    const src = await choosePhoto(page, original);
    const sizes = [];
    for (const quality of [90, 30]) {
      const made = (await call(page, 'compressImage', { src, quality, compressedWidth: 600 })) as {
        tempFilePath: string;
      };
      expect(await call(page, 'getImageInfo', { src: made.tempFilePath })).toMatchObject({
        width: 600,
        height: 400,
        type: 'jpeg',
        orientation: 'up',
      });
      const { size } = (await call(page, 'fs.getFileInfo', { filePath: made.tempFilePath })) as { size: number };
      sizes.push(size);
    }
    const [good = 0, poor = 0] = sizes;
    expect(good).toBeLessThan(original.length);
    expect(poor).toBeLessThan(good);
  });

  test('a photo that was taken upright says so, and is upright once it is compressed', async () => {
    const page = await phone.open(tryPage);
    const src = await choosePhoto(page, turned(await drawPhoto(page, 300, 200)));
    expect(await call(page, 'getImageInfo', { src })).toMatchObject({ width: 300, height: 200, orientation: 'right' });
    const { tempFilePath } = (await call(page, 'compressImage', { src })) as { tempFilePath: string };
    expect(await call(page, 'getImageInfo', { src: tempFilePath })).toMatchObject({ width: 200, height: 300 });
  });

  test('a picture of the package is described, a missing one and one of cloud storage are not', async () => {
    const page = await phone.open(tryPage);
    expect(await call(page, 'getImageInfo', { src: '/assets/dot.png' })).toMatchObject({ width: 2, type: 'png' });
    for (const src of ['wxfile://tmp_none.png', 'cloud://a.b/c.png'])
      expect(await call(page, 'getImageInfo', { src })).toEqual({ errMsg: 'getImageInfo:fail file not found' });
  });

  test('several are looked at one after the other', async () => {
    const page = await phone.open(tryPage);
    await call(page, 'previewImage', { urls: ['/assets/dot.png', 'cloud://a.b/c.png'], current: 'cloud://a.b/c.png' });
    const viewer = page.getByRole('dialog', { name: '图片' });
    expect(await viewer.locator('img').getAttribute('src')).toContain('/cloud-file');
    await viewer.getByLabel('上一张').click();
    expect(await viewer.locator('img').getAttribute('src')).toBe('/files/assets/dot.png');
    expect(await viewer.innerText()).toContain('1/2');
  });

  test('one is saved to the album, once the person allows it', async () => {
    const page = await phone.open(tryPage);
    const filePath = await choosePhoto(page, await drawPhoto(page, 20, 20));
    const { size } = (await call(page, 'fs.getFileInfo', { filePath })) as { size: number };
    await startCall(page, 'saveImageToPhotosAlbum', { filePath });
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByText('允许').click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('图片.jpg');
    expect((await downloaded(saved)).length).toBe(size);
    expect(await resultOf(page)).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' });
  });

  test('who refused the album is not asked again, and changes it in the settings', async () => {
    const page = await phone.open(tryPage);
    const filePath = await choosePhoto(page, await drawPhoto(page, 20, 20));
    await startCall(page, 'saveImageToPhotosAlbum', { filePath });
    await page.getByRole('dialog').getByText('拒绝').click();
    const denied = { errMsg: 'saveImageToPhotosAlbum:fail auth deny' };
    expect(await resultOf(page)).toEqual(denied);
    expect(await call(page, 'saveImageToPhotosAlbum', { filePath })).toEqual(denied);
    await startCall(page, 'openSetting');
    await page.getByRole('dialog').getByRole('checkbox', { name: /相册/ }).check();
    await page.getByRole('dialog').getByText('完成').click();
    expect(await resultOf(page)).toMatchObject({ authSetting: { 'scope.writePhotosAlbum': true } });
    const download = page.waitForEvent('download');
    expect(await call(page, 'saveImageToPhotosAlbum', { filePath })).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' });
    await download;
  });
});

test('a document is offered for download under its own name', async () => {
  const page = await phone.open(tryPage);
  await call(page, 'fs.writeFileSync', 'wxfile://usr/结果.xlsx', '表');
  expect(await call(page, 'openDocument', { filePath: 'wxfile://usr/结果.xlsx' })).toEqual({
    errMsg: 'openDocument:ok',
  });
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByText('下载', { exact: true }).click();
  expect((await download).suggestedFilename()).toBe('结果.xlsx');
  await call(page, 'fs.writeFileSync', 'wxfile://usr/a.csv', 'x');
  expect(await call(page, 'openDocument', { filePath: 'wxfile://usr/a.csv' })).toEqual({
    errMsg: 'openDocument:fail filetype not supported',
  });
});

test('a file is sent to a chat that the person chooses', async () => {
  const page = await phone.open(tryPage);
  await call(page, 'fs.writeFileSync', 'wxfile://usr/二维码.pdf', 'x');
  await startCall(page, 'shareFileMessage', { filePath: 'wxfile://usr/二维码.pdf' });
  await page.getByRole('dialog').getByText('好友').click();
  expect(await resultOf(page)).toEqual({ errMsg: 'shareFileMessage:ok' });
  await startCall(page, 'shareFileMessage', { filePath: 'wxfile://usr/二维码.pdf' });
  await page.locator('.backdrop').click({ position: { x: 100, y: 100 } });
  expect(await resultOf(page)).toEqual({ errMsg: 'shareFileMessage:fail cancel' });
});
