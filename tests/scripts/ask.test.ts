import { PassThrough } from 'node:stream';
import { ask } from '../../scripts/ask';

const terminal = (): PassThrough & { isTTY: boolean } => Object.assign(new PassThrough(), { isTTY: true });

test('whoever sits at a terminal reads the question, and what they type is the answer', async () => {
  const [input, output] = [terminal(), new PassThrough()];
  const answer = ask(() => Promise.resolve('Which poll? '), input, output);
  input.write(' p1 \n');
  expect(await answer).toBe('p1');
  expect(String(output.read())).toContain('Which poll? ');
});

test('where nobody sits nobody is asked', async () => {
  const question = jest.fn<Promise<string>, []>();
  expect(await ask(question, new PassThrough(), new PassThrough())).toBeUndefined();
  expect(question).not.toHaveBeenCalled();
});
