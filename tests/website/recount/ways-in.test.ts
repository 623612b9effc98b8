import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { sound } from '../../scripts/recount/mutation-kit';
import { RecountPage } from '../support/recount-page';
import { useSite } from '../support/use-site';

const setting = useSite();
const bundle = { name: '实事.bundle', content: sound };
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('a bundle comes in', () => {
  it('by being dropped anywhere on the page, and the marked place shows that it may', async () => {
    const page = await setting().open();
    const transfer = await page.page.evaluateHandle(() => new DataTransfer());
    await page.page.dispatchEvent('h1', 'dragenter', { dataTransfer: transfer });
    expect(await page.page.locator('#drop').getAttribute('class')).toContain('over');
    await page.page.dispatchEvent('h1', 'dragleave', { dataTransfer: transfer });
    expect(await page.page.locator('#drop').getAttribute('class')).not.toContain('over');
    await page.drop([bundle], 'h1');
    expect(await page.verdict()).toBe('核对通过');
    expect(await page.fact('文件')).toContain('实事.bundle');
  });

  it('by its address in the field', async () => {
    const page = await setting().open();
    const url = setting().site.put('poll.bundle', (response) => response.end(sound));
    await page.page.fill('#url', url);
    await page.page.keyboard.press('Enter');
    expect(await page.verdict()).toBe('核对通过');
  });

  it('by its address in the page’s own, whole or relative', async () => {
    const url = setting().site.put('poll.bundle', (response) => response.end(sound));
    for (const address of [url, '../../../files/poll.bundle']) {
      const page = await setting().open(`?bundle=${encodeURIComponent(address)}`);
      expect(await page.verdict()).toBe('核对通过');
      expect(await page.fact('文件')).toContain(url);
    }
  });

  it('from another site, when that allows it', async () => {
    const page = await setting().open();
    const url = setting().site.put('open.bundle', (response) => {
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end(sound);
    });
    await page.page.fill('#url', url.replace('127.0.0.1', 'localhost'));
    await page.page.keyboard.press('Enter');
    expect(await page.verdict()).toBe('核对通过');
  });

  it('to a page that was saved and opened as a file', async () => {
    const file = path.resolve(__dirname, '../../../dist/website/recount/index.html');
    const page = await RecountPage.open(setting().browser, pathToFileURL(file).href);
    await page.choose(bundle);
    expect(await page.verdict()).toBe('核对通过');
    await page.close();
  });

  it('over plain http, where the browser lends neither its signatures nor its clipboard', async () => {
    const context = await setting().browser.newContext();
    const folder = path.resolve(__dirname, '../../../dist/website/recount');
    await context.route('http://plain.example/**', (route) => {
      const name = path.basename(new URL(route.request().url()).pathname);
      return route.fulfill({ path: path.join(folder, name) });
    });
    const page = await RecountPage.openIn(context, 'http://plain.example/index.html');
    expect(await page.page.evaluate(() => isSecureContext)).toBe(false);
    await page.choose(bundle);
    expect(await page.verdict()).toBe('核对通过');
    await page.page.getByRole('button', { name: '复制核对报告' }).click();
    await page.page.getByText('已复制').waitFor();
    await page.close();
  });

  it('without any request beside its own address', async () => {
    const { site, open } = setting();
    const url = site.put('poll.bundle', (response) => response.end(sound));
    site.asked.splice(0);
    const page = await open();
    const elsewhere: string[] = [];
    page.page.on('request', (request) => elsewhere.push(new URL(request.url()).protocol));
    await page.page.fill('#url', url);
    await page.page.keyboard.press('Enter');
    await page.verdict();
    expect(site.asked.sort()).toEqual([
      '/files/poll.bundle',
      '/some/folder/recount/',
      '/some/folder/recount/recount.css',
      '/some/folder/recount/recount.js',
    ]);
    expect(new Set(elsewhere)).toEqual(new Set(['blob:', 'http:']));
  });
});

describe('the page refuses, and says what it was given instead:', () => {
  it.each([
    ['a picture', png, '这是一张图片'],
    ['nothing', '', '这个文件是空的'],
    ['a web page', '<!doctype html>\n<title>登录</title>', '这是一个网页'],
    ['an archive', Buffer.from('504b03040a0a', 'hex'), '这是一个压缩包'],
    ['a receipt', '{"origin":"a",\n"leafHash":"b"}', '请粘贴到'],
    ['some text', '社区食堂\n', '不是公评账册的抬头'],
    ['a film without lines', Buffer.alloc(3_000_000, 0xa1), '不是公评账册的抬头'],
  ])('%s', async (_, content, sentence) => {
    const page = await setting().open();
    await page.choose({ name: '文件', content });
    expect(await page.verdict()).toBe('这不是账册文件');
    expect(await page.page.locator('.verdict p').innerText()).toContain(sentence);
  });

  it('more files than one', async () => {
    const page = await setting().open();
    await page.drop([bundle, bundle], '#drop');
    await page.page.getByText('一次核对一个文件').waitFor();
  });

  it('an address that is none', async () => {
    const page = await setting().open('?bundle=javascript:alert(1)');
    expect(await page.page.locator('#url-problem').innerText()).toContain('请填写完整的网址');
    await page.page.fill('#url', 'poll.bundle');
    await page.page.keyboard.press('Enter');
    expect(await page.page.locator('#url').getAttribute('aria-invalid')).toBe('true');
    expect(await page.page.locator('#counting').isHidden()).toBe(true);
  });

  it.each([
    ['404', 404, 'HTTP 404'],
    ['403', 403, '不让读'],
    ['503', 503, 'HTTP 503'],
  ])('an address that answers %s', async (name, status, sentence) => {
    const url = setting().site.put(name, (response) => response.writeHead(status).end());
    const page = await setting().open(`?bundle=${url}`);
    expect(await page.verdict()).toBe('没有读到账册文件');
    expect(await page.page.locator('.verdict p').innerText()).toContain(sentence);
  });

  it('a wrong address that leads to a web page', async () => {
    const url = setting().site.put('login', (response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>登录</title>');
    });
    const page = await setting().open(`?bundle=${url}`);
    expect(await page.verdict()).toBe('这不是账册文件');
    expect(await page.page.locator('.verdict p').innerText()).toContain('这是一个网页');
  });

  it('an address that other sites may not read, and one where nobody answers', async () => {
    const { site, open } = setting();
    const closed = site.put('closed.bundle', (response) => response.end(sound)).replace('127.0.0.1', 'localhost');
    for (const url of [closed, 'http://127.0.0.1:9/poll.bundle']) {
      const page = await open(`?bundle=${url}`);
      expect(await page.verdict()).toBe('没有读到账册文件');
      expect(await page.page.locator('.verdict p').innerText()).toContain('没有连上这个网址');
    }
  });

  it('an answer that breaks off', async () => {
    const url = setting().site.put('broken.bundle', (response) => {
      response.writeHead(200, { 'content-length': 1_000_000 }).write(sound.slice(0, 900));
      setTimeout(() => response.destroy(), 200);
    });
    const page = await setting().open(`?bundle=${url}`);
    expect(await page.verdict()).toBe('没有读到账册文件');
    expect(await page.page.locator('.verdict p').innerText()).toContain('读到一半中断了');
  });
});
