import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { markupOf, sentencesOf, textFiles, type Sentence } from './sentences';

const root = path.resolve(__dirname, '../../..');

interface Word {
  say: string;
  never: string[];
  but: string[];
}

/** The table of `docs/words.md`. */
function table(): Word[] {
  const rows = readFileSync(path.join(root, 'docs/words.md'), 'utf8').match(/^\|.*\|$/gm) ?? [];
  return rows.slice(2).map((row) => {
    const [say = '', , never = '', but = ''] = row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { say, never: listed(never), but: listed(but) };
  });
}

function listed(cell: string): string[] {
  return cell.split('、').filter(Boolean);
}

/** They name 公开账册 first and say 账册 for short from there on. */
const checking = ['text/receipt-check', 'text/receipt', 'packages/receipt/text/evidence'];

/** Everything that people read and that is not made of what organisers wrote. */
function everything(): Sentence[] {
  const templates = readdirSync(path.join(root, 'miniprogram'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.wxml') && !name.includes('node_modules') && !name.includes('miniprogram_npm'))
    .map((name) => `miniprogram/${name}`);
  return [
    ...textFiles().flatMap(sentencesOf),
    ...sentencesOf('cloudfunctions/shared/universal/count-words.ts'),
    ...sentencesOf('cloudfunctions/shared/universal/participation.ts'),
    ...sentencesOf('website/board/text/words.ts'),
    ...[...templates, 'website/board/index.html', 'website/shared/masthead.html'].flatMap(markupOf),
  ];
}

/** Where a word stands that the table forbids: `text/confirm: 收讫 in "…"`. */
function broken({ say, never, but }: Word, sentences: readonly Sentence[]): string[] {
  return sentences
    .filter(({ file }) => say !== '公开账册' || !checking.includes(file))
    .flatMap(({ file, text }) => {
      const rest = but.reduce((left, phrase) => left.replaceAll(phrase, ''), text);
      return never.filter((word) => rest.includes(word)).map((word) => `${file}: ${word} in “${text.slice(0, 60)}”`);
    });
}

const sentences = everything();

test.each(table().map((word) => [word.say, word] as const))('%s has no other word beside it', (_, word) => {
  expect(word.never.length).toBeGreaterThan(0);
  expect(broken(word, sentences)).toEqual([]);
});

test('a forbidden word is found, named with its file, and what is allowed hides none beside it', () => {
  const counts = table().find(({ say }) => say === '票数');
  expect(counts).toBeDefined();
  if (counts === undefined) return;
  const said = [{ file: 'text/results', text: '重新计票以后，看计票' }];
  expect(broken(counts, said)).toEqual(['text/results: 计票 in “重新计票以后，看计票”']);
  expect(broken(counts, [{ file: 'text/results', text: '谁都可以重新计票' }])).toEqual([]);
});

test('the table and the sentences are really read', () => {
  expect(table().length).toBeGreaterThan(10);
  expect(sentences.length).toBeGreaterThan(1000);
  for (const file of checking) expect(textFiles()).toContain(file);
});

test('who comes to vote reads one motto everywhere', () => {
  const pages = ['board', 'recount', 'verify'].map((name) => `website/${name}/index.html`);
  const { text: motto = '' } = sentencesOf('text/home').find(({ text }) => text.startsWith('票票')) ?? {};
  expect(motto).not.toBe('');
  const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  for (const page of pages) expect(textOf(page)).toContain('<!-- masthead -->');
  expect(textOf('website/shared/masthead.html')).toContain(`<span>${motto}</span>`);
});
