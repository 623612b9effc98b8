import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openidOf } from '../../../scripts/preview/identities';
import { startPreview, type Preview } from '../../../scripts/preview/server';
import { gongping } from '../../../scripts/start/program';
import { launchBrowser } from '../../support/browser';
import { patience } from '../../support/patience';
import { copyOfDemo, demoMorning } from '../../support/demo-cloud';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { OrganiserClient } from '../../support/organiser-client';
import { VoterClient } from '../../support/voter-client';
import { Phone, type PhoneOptions } from './phone';

const appDir = path.resolve(__dirname, '../../../dist/miniprogram');

interface ProductOptions {
  /** Whether they fire by themselves; without them nothing is counted until a test says so. */
  timers?: boolean;
  /** Where the built website lies, for journeys that go on there. */
  websiteDir?: string;
}

/**
 * The whole product as `npm start` runs it, on data of its own: the demonstration polls, the deployed bundles, timers,
 * the built mini-program in Chromium.
 */
export class Product {
  private readonly phones: Phone[] = [];
  /** How far the cloud's clock is from this machine's, milliseconds. */
  private ahead = 0;

  private constructor(
    readonly cloud: TestCloud,
    private readonly preview: Preview,
    private readonly browser: Browser,
  ) {}

  static async start({ timers = true, websiteDir }: ProductOptions = {}): Promise<Product> {
    const cloud = await startTestCloud({ timers, dataDir: await copyOfDemo() });
    // Half past ten in the morning, whenever the tests run: what is hidden until 18:00 is hidden.
    const ahead = demoMorning - Date.now();
    cloud.setClock(ahead);
    const website = websiteDir === undefined ? {} : { websiteDir };
    const preview = await startPreview({ port: 0, cloudUrl: cloud.url, appDir, program: gongping, ...website });
    const product = new Product(cloud, preview, await launchBrowser());
    product.ahead = ahead;
    return product;
  }

  /** A phone of its own for somebody, with the mini-program not yet opened. */
  async phoneOf(person: string, options: PhoneOptions = {}): Promise<Phone> {
    const phone = await Phone.of(person, this.browser, this.preview.url, options);
    this.phones.push(phone);
    return phone;
  }

  /** A page of the website, as whoever has its address opens it. @param address below the website, with its query */
  async website(address: string): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 800, height: 1000 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(`${this.preview.url}/website/${address}`);
    return page;
  }

  /** Where everybody reads what is public of a poll, below the storage. */
  folderOf(pollId: string): string {
    return `${this.preview.url}/storage/logs/${pollId}`;
  }

  /** The cloud's time, epoch milliseconds. */
  get now(): number {
    return Date.now() + this.ahead;
  }

  /** Moves the cloud's time on. @param duration milliseconds */
  letPass(duration: number): void {
    this.ahead += duration;
    this.cloud.setClock(this.ahead);
  }

  /** The voter function as somebody's phone calls it, to look behind the pages. */
  voterOf(person: string): VoterClient {
    return new VoterClient(this.cloud.url, openidOf(gongping, person));
  }

  /** The organiser function as somebody's phone calls it. */
  organiserOf(person: string): OrganiserClient {
    return new OrganiserClient(this.cloud.url, openidOf(gongping, person));
  }

  /** What every phone that is out shows, for whoever reads why a test failed. */
  async lookBack(): Promise<string> {
    const seen = await Promise.all(this.phones.map((phone) => phone.lookBack()));
    return seen.join('\n');
  }

  /** Puts all phones away. @throws when a page has met an error that nobody expected */
  async putPhonesAway(): Promise<void> {
    const phones = this.phones.splice(0);
    const problems = phones.flatMap((phone) => phone.problems);
    await Promise.all(phones.map((phone) => phone.close()));
    if (problems.length > 0) throw new Error(`Pages reported errors:\n${problems.join('\n')}`);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.preview.close();
    await this.cloud.close();
    await rm(this.cloud.dataDir, { recursive: true });
  }
}

/** Fills the demonstration into a folder. */
/** Starts the product for a family of journeys and stops it afterwards. */
export function useProduct(options: ProductOptions = {}): () => Product {
  let product: Product | undefined;
  beforeAll(async () => {
    const started = await Product.start(options);
    product = started;
    Object.assign(globalThis, { lookBack: () => started.lookBack() });
  });
  afterEach(() => product?.putPhonesAway());
  afterAll(() => product?.close());
  return () => {
    if (!product) throw new Error('the product has not started');
    return product;
  };
}
