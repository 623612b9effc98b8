import { lookOf } from '../../../../../cloudfunctions/shared/domain/editing/look-alikes';

test.each([
  ['a Katakana ro for a mouth', '人口普查', '人ロ普查'],
  ['a Katakana ni for a two', '二号院', 'ニ号院'],
  ['a Katakana e for work', '工人文化宫', 'エ人文化宫'],
  ['Cyrillic for Latin', 'CAP 小站', 'САР 小站'],
  ['Greek for Latin', 'ABO 血库', 'ΑΒΟ 血库'],
  ['full width for half', 'A12楼', 'Ａ１２楼'],
  ['a capital i for a one', 'A1 楼', 'AI 楼'],
  ['a letter o for a nought', '100 路公交', '1OO 路公交'],
  ['a radical for its character', '长安食堂', '⻓安食堂'],
  ['己 for 已', '自己的家', '自已的家'],
  ['未 for 末', '周末课堂', '周未课堂'],
  ['曰 for 日', '日间照料', '曰间照料'],
  ['a selector that does not show', '❤食堂', '❤\ufe0f食堂'],
])('%s looks the same', (_, one, other) => {
  expect(one).not.toBe(other);
  expect(lookOf(one)).toBe(lookOf(other));
});

test.each([
  ['社区食堂', '社区学堂'],
  ['一号院', '二号院'],
  ['A12楼', 'A13楼'],
  ['东街', '西街'],
])('%s and %s do not', (one, other) => {
  expect(lookOf(one)).not.toBe(lookOf(other));
});
