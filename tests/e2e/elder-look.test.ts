import { layoutComplaints } from './support/layout';
import type { Visit } from './support/looking';
import { plainComplaints } from './support/plain-look';
import { useProduct, type Product } from './support/product';
import { awardVisits, noticeVisits, prepareAward, prepareNotice } from './support/visits/award';
import { organiserVisits } from './support/visits/organisers';
import { outcomeVisits, prepareOutcome } from './support/visits/outcome';
import { prepareResidents, residentVisits } from './support/visits/residents';

const screens = [
  { width: 375, height: 812, scale: 1, theme: 'light' },
  { width: 320, height: 568, scale: 1.5, theme: 'light' },
  { width: 1024, height: 768, scale: 1, theme: 'dark' },
] as const;

/** Opens the page on a phone that keeps 长辈版, and looks at it small, large and in the dark. */
async function looksPlain(
  product: Product,
  { picture, person, address, ready, reach, isMissing }: Visit,
): Promise<void> {
  const phone = await product.phoneOf(person);
  if (isMissing) phone.expectMissingFile();
  await phone.open();
  await phone.keepOnDevice('look', { theme: 'system', size: 'system', version: 'elder' });
  await phone.open(address());
  await phone.sees(ready);
  await phone.settles();
  await reach?.(phone);
  const complaints: string[] = [];
  for (const screen of screens) {
    await phone.becomes(screen);
    const where = `${screen.width}×${screen.height}, text ${screen.scale}, ${screen.theme}`;
    const found = [...(await layoutComplaints(phone)), ...(await plainComplaints(phone))];
    complaints.push(...found.map((complaint) => `${where}: ${complaint}`));
    await phone.picture(`${picture}-${screen.width}`);
  }
  expect({ picture, complaints }).toEqual({ picture, complaints: [] });
}

/** The page itself shows 长辈版 here; those that change to it by a tap are looked at as they are. */
const inElder = (visits: readonly Visit[]): Visit[] => visits.filter(({ picture }) => !picture.endsWith('-elder'));

describe('长辈版, from the home page to the receipt', () => {
  const product = useProduct();
  beforeAll(() => prepareResidents(product()));
  test.each(inElder(residentVisits))('$picture is large, stands out and asks for no gesture', (visit) =>
    looksPlain(product(), visit),
  );
  const help = organiserVisits.filter(({ address }) => /^packages\/help\//.test(address()));
  test.each(help)('$picture is large, stands out and asks for no gesture', (visit) => looksPlain(product(), visit));
});

describe('长辈版 while a notice is up', () => {
  const product = useProduct({ timers: false });
  beforeAll(() => prepareNotice(product()));
  test.each(inElder(noticeVisits))('$picture is large, stands out and asks for no gesture', (visit) =>
    looksPlain(product(), visit),
  );
});

describe('长辈版 with objections and their answers', () => {
  const product = useProduct({ timers: false });
  beforeAll(() => prepareOutcome(product()));
  test.each(inElder(outcomeVisits))('$picture is large, stands out and asks for no gesture', (visit) =>
    looksPlain(product(), visit),
  );
});

describe('长辈版 after the award', () => {
  const product = useProduct({ timers: false });
  beforeAll(() => prepareAward(product()));
  test.each(inElder(awardVisits))('$picture is large, stands out and asks for no gesture', (visit) =>
    looksPlain(product(), visit),
  );
});
