import { creationRefused, workState } from '../../../../miniprogram/packages/organiser/work-state.view';

test('whoever may not make a poll is led to how one is allowed to, and not home', () => {
  const home = workState({ code: 'CREATION_NOT_ALLOWED', message: '' }, 0);
  expect(home).toMatchObject({ kind: 'empty', action: '去看评选' });
  expect(creationRefused(0)).toEqual({ ...home, action: '怎样获得批准' });
});
