import { findCandidates } from '../../../../../miniprogram/packages/voter/poll/find-candidates';

const list = [
  { number: 2, name: '社区长者食堂', unit: '市民政局', group: 'life' },
  { number: 4, name: '家门口的24小时书房', unit: '市文化广电和旅游局', group: 'service' },
  { number: 12, name: '易积水点治理', unit: '市排水管理中心', group: 'city' },
  { number: 24, name: 'A座 Wi-Fi 覆盖', unit: '市大数据局' },
];

test.each([
  ['nothing wanted', '', [2, 4, 12, 24]],
  ['a name in part', '食堂', [2]],
  ['a unit in part', '民政', [2]],
  ['a number, and a name that has the digit', '2', [2, 4]],
  ['a number as on the plate', '02', [2]],
  ['a number as people say it', '12号', [12]],
  ['a number as people write it', '第 12 号', [12]],
  ['full-width digits', '１２', [12]],
  ['a number that is in a name too', '24', [4, 24]],
  ['other capitals and spaces', 'wi-fi覆盖', [24]],
  ['nothing that fits', '地铁', []],
  ['spaces alone', '   ', [2, 4, 12, 24]],
])('the search finds by %s', (_, query, numbers) => {
  expect(findCandidates(list, { group: '', query }).map(({ number }) => number)).toEqual(numbers);
});

test('the search stays within the chosen group', () => {
  expect(findCandidates(list, { group: 'service', query: '市' }).map(({ number }) => number)).toEqual([4]);
});
