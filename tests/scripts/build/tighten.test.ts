import { tighten } from '../../../scripts/build/miniprogram/tighten';

test.each([
  ['words that a formatter put on a line of their own', '<text>\n  字\n</text>', '<text>字</text>'],
  ['a comment', '<view><!-- why -->\n</view>', '<view></view>'],
  [
    'bindings beside words',
    '<text>\n  {{a}}\n  字 {{b > 1 ? "x" : "y"}}\n</text>',
    '<text>{{a}}\n  字 {{b > 1 ? "x" : "y"}}</text>',
  ],
  ['spaces on one line', '<text>a b</text> <text>c</text>', '<text>a b</text> <text>c</text>'],
  ['attributes over several lines', '<view\n  class="{{a > b}}"\n>\n</view>', '<view\n  class="{{a > b}}"\n></view>'],
  ['a module', '<wxs module="m">\nvar a = 1 < 2;\n</wxs>\n<view/>', '<wxs module="m">\nvar a = 1 < 2;\n</wxs><view/>'],
])('%s', (_, given, wanted) => {
  expect(tighten(given)).toBe(wanted);
});
