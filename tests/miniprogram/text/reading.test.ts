import { sentencesOf, textFiles } from './sentences';

/** The texts of organisers, who have the help page beside them, and what a machine reads. */
const notForResidents = /organis|packages\/dashboard|text\/(checklist|fields|roles)$/;
/** Pages about the check itself, which cannot do without its words. */
const checking = /text\/receipt-check$|packages\/receipt\/text|text\/privacy$/;

const residents = textFiles().filter((file) => !notForResidents.test(file));

/** From one full stop to the next. */
const longest = 45;
/** Without a pause to breathe. */
const longestBreath = 24;

/** A figure, a name or a time that is put in, as long as such are. */
const valueLength = 4;

function lengthOf(text: string): number {
  return Array.from(text.replaceAll('{}', '数'.repeat(valueLength)).replace(/[\s“”（）《》]/g, '')).length;
}

function parts(text: string, ends: RegExp): string[] {
  return text.split(ends).filter((part) => part !== '');
}

const everyday = charactersOfEverydayUse();

/** What WeChat itself calls the name that one goes by there. */
const wechats = '昵称';

/** The first level of GB 2312: 3,755 characters, chosen in 1980 by how often they are used. */
function charactersOfEverydayUse(): Set<string> {
  const decoder = new TextDecoder('gbk');
  const found = new Set<string>();
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) {
      found.add(decoder.decode(Uint8Array.of(row, cell)));
    }
  }
  return found;
}

/** Words of our trade, and of offices, for which there is a plain one. */
const trade =
  /公钥|密钥|签名|校验|哈希|散列|分片|节点|缓存|接口|参数|异常|失效|链接无效|请求|超时|上述|该(项|票|评选)|予以|敬请|逾期/;

const sentences = residents.flatMap(sentencesOf);

test('residents read sentences that end before one has forgotten how they began', () => {
  const tooLong = sentences.flatMap(({ file, text }) =>
    parts(text, /[。；？：\n]/)
      .filter((sentence) => lengthOf(sentence) > longest)
      .map((sentence) => `${file}: ${lengthOf(sentence)} ${sentence}`),
  );
  expect(tooLong).toEqual([]);
});

test('no sentence for residents runs on without a pause', () => {
  const breathless = sentences.flatMap(({ file, text }) =>
    parts(text, /[。；？：，、·・\n]/)
      .filter((part) => lengthOf(part) > longestBreath)
      .map((part) => `${file}: ${lengthOf(part)} ${part}`),
  );
  expect(breathless).toEqual([]);
});

test('residents read characters of everyday use only', () => {
  const rare = sentences.flatMap(({ file, text }) =>
    Array.from(text.replaceAll(wechats, ''))
      .filter((each) => /\p{Script=Han}/u.test(each) && !everyday.has(each))
      .map((each) => `${file}: ${each} in ${text}`),
  );
  expect(rare).toEqual([]);
});

test('no word of the trade stands where residents read of something else than the check', () => {
  const found = sentences
    .filter(({ file }) => !checking.test(file))
    .flatMap(({ file, text }) => {
      const word = trade.exec(text)?.[0];
      return word === undefined ? [] : [`${file}: ${word} in ${text}`];
    });
  expect(found).toEqual([]);
});

test('the measure sees what it should', () => {
  expect(residents.length).toBeGreaterThan(20);
  expect(everyday.size).toBe(3755);
  expect(lengthOf('选 {} 项')).toBe(6);
  expect(everyday.has('票')).toBe(true);
  expect(everyday.has('昵')).toBe(false);
});
