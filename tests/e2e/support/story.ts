import path from 'node:path';
import type { OutcomeFile } from '../../../cloudfunctions/shared/universal/outcome';
import { closeDelay } from '../../../cloudfunctions/shared/domain/counting/release';
import { decodeScene } from '../../../cloudfunctions/shared/universal/scene';
import { awardDraft } from '../../support/award-draft';
import type { OrganiserClient } from '../../support/organiser-client';
import { answerDialog } from './dialog';
import { layoutComplaints } from './layout';
import { field, organiserPage } from './organising';
import type { Phone, PhoneOptions } from './phone';
import type { Product } from './product';

const minute = 60_000;
const screenshots = path.resolve(__dirname, '../../../screenshots/outcome-story');

/** An instant in China, like 2026-11-25T16:00. */
export const at = (text: string): number => Date.parse(`${text}:00+08:00`);

const voteEnd = at('2026-11-25T16:00');

/** Who takes part, and the phone that they hold: every width, large letters, dark. */
const phones: Readonly<Record<string, PhoneOptions>> = {
  韩科长: { width: 375, height: 1200 },
  小赵: { width: 320, height: 1200, scale: 1.5 },
  小孙: { width: 430, height: 1200, theme: 'dark' },
  王阿姨: { width: 320, height: 1200, scale: 1.5 },
  小张: { width: 430, height: 1200 },
  陈叔: { width: 375, height: 1200, theme: 'dark' },
};

/** The two who lead it. */
export const [first, second] = ['韩科长', '小赵'] as const;

/** The candidates' names, in their order. */
export const candidates = ['老旧小区加装电梯', '社区长者食堂', '转角口袋公园', '夜间门诊'] as const;

/** A poll that has closed, with everybody who takes part in what comes behind it. */
export class Story {
  private looks = 0;

  private constructor(
    readonly product: Product,
    readonly pollId: string,
    /** The candidates' ids, in their order. */
    readonly ids: readonly string[],
  ) {}

  /** Four candidates with four, three, two and one ballots, of whom two win. */
  static async ofClosedPoll(product: Product): Promise<Story> {
    const owner = product.organiserOf(first);
    const pollId = await owner.create('services', '年度为民实事');
    const draft = awardDraft({
      voting: product.now,
      verifying: voteEnd,
      notice: at('2026-11-26T09:00'),
      awarded: at('2026-12-09T15:00'),
    });
    const saved = await owner.save(pollId, draft);
    expect(saved).toMatchObject({ ok: true });
    for (const name of candidates) await owner.add(pollId, name);
    await owner.invite(pollId, product.voterOf(second).openid, 'reviewer');
    await owner.invite(pollId, product.voterOf('小孙').openid, 'observer');
    expect(await owner.ask('act.propose', { pollId, act: { kind: 'publish' } })).toMatchObject({ ok: true });
    const ids = (await owner.get('candidate.list', { pollId })).candidates.map(({ id }) => id);
    product.letPass(2 * minute);
    for (const [place, count] of [4, 3, 2, 1].entries()) {
      for (let nth = 0; nth < count; nth++) {
        const voter = product.voterOf(`居民${place}${nth}`);
        expect(await voter.cast(pollId, [ids[place] ?? ''])).toMatchObject({ ok: true });
      }
    }
    const story = new Story(product, pollId, ids);
    story.goTo(voteEnd + closeDelay + minute);
    await story.settle(10);
    return story;
  }

  get owner(): OrganiserClient {
    return this.product.organiserOf(first);
  }

  goTo(instant: number): void {
    this.product.letPass(instant - this.product.now);
  }

  /** Fires, some minutes later, until all that is due is done: by then what an instance remembers is old. */
  async settle(firings = 6): Promise<void> {
    this.product.letPass(10 * minute);
    for (let firing = 0; firing < firings; firing++) {
      await this.product.cloud.fireTimer('scheduler');
    }
  }

  /** Somebody takes their phone out and opens a page. */
  async opens(person: string, address: string): Promise<Phone> {
    const phone = await this.product.phoneOf(person, phones[person]);
    phone.expectMissingFile();
    await phone.open(address);
    return phone;
  }

  opensHub(person: string): Promise<Phone> {
    return this.opens(person, organiserPage('after', this.pollId));
  }

  /** Keeps what is on screen, in the story's order, and looks at how it is laid out. */
  async look(phone: Phone, name: string): Promise<void> {
    await phone.settles();
    const step = `${String((this.looks += 1)).padStart(2, '0')}-${name}`;
    await phone.picture(step);
    expect({ step, complaints: await layoutComplaints(phone) }).toEqual({ step, complaints: [] });
  }

  /** What one of the two has proposed is read and agreed to by the other, on their own phone. */
  async agreed(person: string, act: string, reads: (string | RegExp)[] = []): Promise<void> {
    const phone = await this.opens(person, organiserPage('acts', this.pollId));
    for (const text of reads) await phone.sees(text);
    await this.look(phone, `agrees-${act}`);
    await phone.screen.getByRole('button', { name: `同意${act}`, exact: true }).tap();
    await answerDialog(phone, [], '同意');
    await phone.sees('没有等待同意的事');
    await phone.close();
    await this.settle();
  }

  /** From the hub to the form of an act, filled in and proposed. */
  async proposes(phone: Phone, act: string, fill: () => Promise<void> = async () => {}): Promise<void> {
    await phone.screen.getByRole('button', { name: act, exact: true }).tap();
    await phone.find('button', `提出${act}`).waitFor();
    await fill();
    await phone.tap('button', `提出${act}`);
  }

  /** One of the two answers an objection, or enters what the supervising office has decided of it. */
  async answers(
    person: string,
    button: string,
    decision: string,
    text: string,
    fill: (form: Phone) => Promise<void> = async () => {},
  ): Promise<void> {
    const phone = await this.opens(person, organiserPage('objections', this.pollId));
    await phone.tap('button', button);
    await phone.screen.getByRole('radio', { name: decision, exact: true }).tap();
    await field(phone, '答复').fill(text);
    await fill(phone);
    await this.look(phone, `answer-${decision}`);
    await phone.tap('button', '提出答复异议');
    // Back on the list.
    await phone.find('heading', /^异议 2026-02/).waitFor();
    await phone.close();
  }

  /** What became of the poll, as its public file says. */
  async outcome(): Promise<OutcomeFile> {
    const response = await fetch(`${this.product.folderOf(this.pollId)}/outcome.json`);
    return (await response.json()) as OutcomeFile;
  }

  /** What the website says of a certificate, from public files alone. @param scene of its printed code */
  async websiteSays(scene: string, verdict: string, texts: (string | RegExp)[]): Promise<void> {
    const files = encodeURIComponent(this.product.folderOf(this.pollId));
    const page = await this.product.website(`verify/?files=${files}&code=${decodeScene(scene)?.candidateId ?? ''}`);
    const result = page.locator('#result');
    await result.locator('h2').waitFor();
    expect(await result.locator('h2').innerText()).toBe(verdict);
    for (const text of texts) await result.getByText(text).first().waitFor();
    await page.screenshot({
      path: path.join(screenshots, `${String((this.looks += 1)).padStart(2, '0')}-website.png`),
    });
    await page.context().close();
  }
}
