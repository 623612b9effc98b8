import { looksRight } from './support/looking';
import { useProduct } from './support/product';
import { prepareResidents, residentVisits } from './support/visits/residents';

const product = useProduct();

beforeAll(() => prepareResidents(product()));

test.each(residentVisits)('$picture is for fingers, eyes and ears, whatever the screen', (visit) =>
  looksRight(product(), visit),
);
