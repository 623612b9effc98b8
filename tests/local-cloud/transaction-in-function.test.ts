import type { LocalCloud } from '../../scripts/local-cloud/start';
import { startTestCloud } from './support/cloud';
import { buildProbes } from './support/functions';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functionsDir: buildProbes() });
});
afterAll(() => cloud.close());

// The SDK sends these without the transaction's id, so on the real cloud they take place outside it, unnoticed:
// node_modules/@cloudbase/database/dist/commonjs/query.js, aggregate.js.
test('a function cannot change, remove, count or aggregate many documents while it has a transaction open', async () => {
  const answer = await cloud.invoke('probe', { do: 'transact', name: 'plain' }, { openid: 'o-li' });
  const refused = { errMsg: expect.stringContaining('within a transaction is not offered') };
  expect(answer).toMatchObject({ within: [refused, refused, refused, refused] });
  expect(JSON.stringify((answer as { outside: unknown }).outside)).not.toContain('errCode":-50');
});
