import { movedUrl } from '../../miniprogram/routes';

test('a card that was sent before the organisers’ pages moved opens the page it means', () => {
  expect(movedUrl('packages/organizer/invitation/invitation', { token: 'a b' })).toBe(
    '/packages/organiser/invitation/invitation?token=a%20b',
  );
});

test('a path that no page ever had leads nowhere', () => {
  expect(movedUrl('packages/organiser/gone/gone', {})).toBeUndefined();
});
