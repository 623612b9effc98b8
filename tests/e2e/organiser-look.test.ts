import { looksRight } from './support/looking';
import { useProduct } from './support/product';
import { organiserVisits, prepareOrganisers } from './support/visits/organisers';

const product = useProduct();

beforeAll(() => prepareOrganisers(product()));

test.each(organiserVisits)('$picture is for fingers, eyes and ears, whatever the screen', (visit) =>
  looksRight(product(), visit),
);
