import { failureState } from '../../../miniprogram/components/page-state/page-state.view';
import { now } from '../samples';

test('a fault is drawn otherwise than a lost network, and both can be tried again', () => {
  expect(failureState({ code: 'OFFLINE', message: '' }, now)).toMatchObject({
    kind: 'failed',
    drawing: 'offline',
    action: '再试一次',
  });
  expect(failureState({ code: 'INTERNAL', message: '', details: { requestId: 'R-1' } }, now)).toMatchObject({
    kind: 'failed',
    drawing: 'fault',
  });
});

test('where nothing is, trying again would not help, so the button leads home', () => {
  expect(failureState({ code: 'POLL_NOT_FOUND', message: '', details: { field: 'pollId' } }, now)).toMatchObject({
    kind: 'empty',
    drawing: 'search',
    action: '去看评选',
  });
});
