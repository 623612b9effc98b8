import { scannedCertificate } from '../../../../miniprogram/packages/receipt/verify/scanned-certificate';

const verify = 'packages/receipt/verify/verify';
const found = { pollId: 'park', code: 'C7QM41XD2K' };

test('a certificate’s own code names its poll and its number, encoded as WeChat hands it over', () => {
  for (const path of [
    `${verify}?scene=park.C7QM41XD2K`,
    `/${verify}?scene=park%2EC7QM41XD2K`,
    `${verify}?from=1&scene=park.C7QM41XD2K`,
  ]) {
    expect(scannedCertificate({ path }, 'other')).toEqual(found);
  }
});

test('any other code of the app, and any other text, is none', () => {
  for (const path of [
    'packages/voter/poll/poll?scene=park.C7QM41XD2K',
    `${verify}?scene=park`,
    `${verify}?scene=park.c-17`,
    `${verify}?poll=park`,
    verify,
    '',
  ]) {
    expect(scannedCertificate({ path }, 'park')).toBeNull();
  }
  expect(scannedCertificate({ text: 'https://example.org/?code=C7QM41XD2K' }, 'park')).toBeNull();
});

test('a code of the number alone is of the poll at hand', () => {
  expect(scannedCertificate({ text: ' c7qm4-1xd2k ' }, 'park')).toEqual(found);
  expect(scannedCertificate({ text: 'C7QM41XD2K' }, '')).toBeNull();
});
