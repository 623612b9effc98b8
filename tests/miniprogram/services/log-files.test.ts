import { storageAddress } from '../../../miniprogram/installation';
import { readLogFile } from '../../../miniprogram/services/log-files';
import { installWechat, type FakeWechat } from '../wechat';

const log = { files: 'cloud://env/logs/p1', size: 700 };
const bare = (name: string): string => `${storageAddress}/logs/p1/${name}`;
/** Holds bytes that are no UTF-8. */
const old = new Uint8Array([0xff, 0x00, 0xe5, 1]);
const present = new Uint8Array([0xff, 0x00, 0xe5, 2]);

let wechat: FakeWechat;

beforeEach(() => {
  wechat = installWechat();
});

/** Changes a file while a CDN has its old content by its name. */
function overwrite(name: string): void {
  wechat.copies = new Map([[bare(name), old]]);
  wechat.files.set(`${log.files}/${name}`, present);
}

describe.each(['checkpoint', 'receipt-keys'])('%s, which is overwritten in place,', (name) => {
  it('is read as it lies there now, byte for byte, with a query that no cache has an answer to', async () => {
    overwrite(name);
    expect(await readLogFile(log, name)).toEqual(present);
    const asked = [...(wechat.copies ?? new Map<string, unknown>()).keys()].filter((url) => url !== bare(name));
    expect(asked).toEqual([expect.stringMatching(/\?t=\d+$/)]);
  });

  it.each([
    ['the storage’s domain is not registered', 'request:fail url not in domain list'],
    ['the installation has no address', 'request:fail invalid url'],
    ['the storage does not answer', 'request:fail timeout'],
  ])('comes from the cloud where %s', async (_, failure) => {
    wechat.storageFailure = failure;
    wechat.files.set(`${log.files}/checkpoints/700`, present).set(`${log.files}/receipt-keys`, present);
    expect(await readLogFile(log, name)).toEqual(present);
  });

  it('comes from the cloud where the address is of another storage', async () => {
    const files = 'cloud://elsewhere/logs/p1';
    wechat.files.set(`${files}/checkpoints/700`, present).set(`${files}/receipt-keys`, present);
    expect(await readLogFile({ ...log, files }, name)).toEqual(present);
  });

  it('is missing only where the cloud has it neither', async () => {
    expect(await readLogFile(log, name)).toBe('MISSING');
  });
});

it('in place of the newest checkpoint the cloud gives the one of the log’s size, which cannot be older', async () => {
  wechat.storageFailure = 'request:fail url not in domain list';
  overwrite('checkpoint');
  wechat.files.set(`${log.files}/checkpoints/700`, present);
  expect(await readLogFile(log, 'checkpoint')).toEqual(present);
});

it('files that never change are downloaded by their names, so that caches serve them', async () => {
  wechat.copies = new Map([[bare('tile/0/000'), present]]);
  expect(await readLogFile(log, 'tile/0/000')).toEqual(present);
});
