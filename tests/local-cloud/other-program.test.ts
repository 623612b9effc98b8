import { startLocalCloud, type LocalCloud } from '../../scripts/local-cloud/start';
import { collections, writeOtherProgram } from '../support/other-program';
import { temporaryFolder } from './support/functions';

let cloud: LocalCloud;
beforeAll(async () => {
  const { functionsDir } = writeOtherProgram();
  cloud = await startLocalCloud({ port: 0, dataDir: temporaryFolder(), functionsDir, database: collections });
});
afterAll(() => cloud.close());

test('the local cloud runs the functions of any mini-program on the collections that it declares', async () => {
  const add = (openid: string, text: string): Promise<unknown> => cloud.invoke('notes', { text }, { openid });
  expect(await add('oLi', '买菜')).toEqual({ isNew: true, by: 'oLi', notes: ['买菜'] });
  expect(await add('oWang', '买菜')).toEqual({ isNew: false, by: 'oWang', notes: ['买菜'] });
  expect(cloud.stats().byFunction).toHaveProperty('notes');
});
