import { looksRight } from './support/looking';
import { useProduct } from './support/product';
import { awardVisits, noticeVisits, prepareAward, prepareNotice } from './support/visits/award';

describe('while the notice is up', () => {
  const product = useProduct({ timers: false });
  beforeAll(() => prepareNotice(product()));
  test.each(noticeVisits)('$picture is for fingers, eyes and ears, whatever the screen', (visit) =>
    looksRight(product(), visit),
  );
});

describe('after the award', () => {
  const product = useProduct({ timers: false });
  beforeAll(() => prepareAward(product()));
  test.each(awardVisits)('$picture is for fingers, eyes and ears, whatever the screen', (visit) =>
    looksRight(product(), visit),
  );
});
