import { looksRight } from './support/looking';
import { useProduct } from './support/product';
import { outcomeVisits, prepareOutcome } from './support/visits/outcome';

const product = useProduct({ timers: false });

beforeAll(() => prepareOutcome(product()));

test.each(outcomeVisits)('$picture is for fingers, eyes and ears, whatever the screen', (visit) =>
  looksRight(product(), visit),
);
