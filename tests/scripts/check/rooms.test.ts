import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** Words of this product; what stands in these rooms has to be true of any mini-program. */
const words = /\b(?:poll|ballot|voter|organi[sz]er|gongping)(?:s|Id)?\b|公评|评选|投票|计票|居民/i;

test.each(['scripts/local-cloud', 'scripts/preview', 'scripts/wechat-files', 'scripts/random'])(
  '%s has no word of this product in it',
  (room) => {
    const entries = readdirSync(path.join(root, room), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    expect(files).not.toHaveLength(0);
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, at) => (words.test(line) ? [`${path.relative(root, file)}:${at + 1} ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  },
);
