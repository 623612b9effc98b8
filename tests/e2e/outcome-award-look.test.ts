import { looksRight } from './support/looking';
import { useProduct } from './support/product';
import { awardVisits, prepareAward } from './support/visits/award';

const product = useProduct({ timers: false });

beforeAll(() => prepareAward(product()));

test.each(awardVisits)('$picture is for fingers, eyes and ears, whatever the screen', (visit) =>
  looksRight(product(), visit),
);
