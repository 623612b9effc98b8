import fc from 'fast-check';
import { networkOf } from '../../../../../cloudfunctions/shared/domain/fairplay/network';

it.each([
  ['10.1.2.3', '4:10.1.2'],
  ['::ffff:10.1.2.3', '4:10.1.2'],
  ['2408:8000:1:2:3:4:5:6', '6:2408:8000:1'],
  ['2408:8000:0001:ffff::', '6:2408:8000:1'],
  ['2408:8000::1', '6:2408:8000:0'],
  ['::1', '6:0:0:0'],
  ['2408:8000::', '6:2408:8000:0'],
])('%s is in the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  '',
  'unknown',
  '10.1.2',
  '10.1.2.256',
  '10.1.2.3.4',
  ':',
  ':::',
  '1:2:3',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  'g::1',
])('"%s" is no address', (address) => {
  expect(networkOf(address)).toBeNull();
});

it('two addresses of one /24 or /48 are in one network, however they are written, and others in others', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), (one, two) => {
      const isSame = one.split('.').slice(0, 3).join() === two.split('.').slice(0, 3).join();
      return (networkOf(one) === networkOf(two)) === isSame;
    }),
  );
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(groups, (numbers) => {
      const written = numbers.map((each) => each.toString(16)).join(':');
      const padded = numbers.map((each) => each.toString(16).toUpperCase().padStart(4, '0')).join(':');
      const other = [...numbers.slice(0, 3), 9, 9, 9, 9, 9].map((each) => each.toString(16)).join(':');
      return networkOf(written) === networkOf(padded) && networkOf(written) === networkOf(other);
    }),
  );
});
