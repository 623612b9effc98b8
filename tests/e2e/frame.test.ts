import { axeComplaints } from '../support/axe';
import { shareTo } from './support/cards';
import { useProduct } from './support/product';
import { openPoll } from './support/voting';

const product = useProduct();

test('the preview with its settings and a chat with a card is for eyes and ears, and as wide as the phone that holds it', async () => {
  const phone = await product().phoneOf('小李', { isFramed: true });
  await openPoll(phone, 'services');
  await shareTo(phone, '幸福里 3 号楼群');
  for (const width of [375, 320, 1100]) {
    await phone.page.setViewportSize({ width, height: 900 });
    const beyond = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ width, beyond }).toEqual({ width, beyond: 0 });
    await phone.picture(`frame-${width}`);
    expect(await axeComplaints(phone.page)).toEqual([]);
  }
});
