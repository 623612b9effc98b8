import path from 'node:path';
import { startPreview } from '../../scripts/preview/server';

const dist = path.resolve(__dirname, '../../dist');

test('npm start serves the website beside the mini-program, and nothing outside of it', async () => {
  const options = { port: 0, cloudUrl: 'http://127.0.0.1:9', appDir: path.join(dist, 'miniprogram') };
  const preview = await startPreview({ ...options, websiteDir: path.join(dist, 'website') });
  const get = async (name: string) => {
    const response = await fetch(preview.url + name);
    return [response.status, response.headers.get('content-type'), (await response.text()).length > 1000] as const;
  };
  try {
    expect(await get('/website/recount/')).toEqual([200, 'text/html; charset=utf-8', true]);
    expect(await get('/website/recount/recount.js')).toEqual([200, 'text/javascript; charset=utf-8', true]);
    expect(await get('/website/recount/recount.css')).toEqual([200, 'text/css; charset=utf-8', true]);
    expect(await get('/website/board/')).toEqual([200, 'text/html; charset=utf-8', true]);
    expect(await get('/website/board/board.js')).toEqual([200, 'text/javascript; charset=utf-8', true]);
    expect(await get('/website/verify/')).toEqual([200, 'text/html; charset=utf-8', true]);
    expect(await get('/website/verify/verify.js')).toEqual([200, 'text/javascript; charset=utf-8', true]);
    for (const name of ['recount/nothing.js', '..%2fminiprogram%2fapp.js', '..%2f..%2fpackage.json']) {
      expect(await get(`/website/${name}`)).toEqual([404, 'text/plain; charset=utf-8', false]);
    }
  } finally {
    await preview.close();
  }
});
