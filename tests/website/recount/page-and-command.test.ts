import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { mutations } from '../../scripts/recount/mutation-cases';
import { randomPoll } from '../../scripts/recount/random-poll';
import { bundleOf } from '../../scripts/recount/sample-bundle';
import { command, shownFault } from '../support/command-verdict';
import { useSite } from '../support/use-site';

const setting = useSite();

test('the page agrees with the command on random polls with groups, voids, restores, jury sheets and ties', async () => {
  const page = await setting().open();
  for (let seed = 0; seed < 25; seed++) {
    const bundle = bundleOf(randomPoll(`poll ${seed}`), { isResultLogged: seed % 2 === 0 });
    await page.choose({ name: `${seed}.bundle`, content: bundle });
    expect(await page.verdict()).toBe('核对通过');
    expect(await page.line()).toBe(outcomeLine(await command(bundle)));
    await page.again();
  }
});

test('the page gives every mutation the name and the line that the command gives it', async () => {
  const page = await setting().open();
  for (const [what, bundle, code] of mutations) {
    await page.choose({ name: 'poll.bundle', content: bundle });
    expect(await page.verdict()).toMatch(/核对没有通过|这不是账册文件/);
    const shown = { what, ...(await shownFault(page)) };
    expect(shown).toEqual({ what, ...(await command(bundle)) });
    expect(shown.code).toBe(code);
    await page.again();
  }
});
