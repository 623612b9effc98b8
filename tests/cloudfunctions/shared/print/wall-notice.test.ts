import path from 'node:path';
import { Paper } from '../../../../cloudfunctions/shared/print/paper';
import { typefaceFor, type Typeface } from '../../../../cloudfunctions/shared/print/typeface';
import { printWallNotice, type WallNotice } from '../../../../cloudfunctions/shared/print/wall-notice';
import { printFonts } from '../../../../scripts/build/print-fonts';
import { noisyPicture } from './noisy-picture';

const name40 = '家门口的二十四小时书房与社区共享自习空间建设及青少年阅读推广公益服务提升项目二期㙟䶮';
const note = '工作日九点到五点，中午不休息，也可以寄信。';
const organiser = '云川市人民政府办公室、云川市政务服务和大数据管理局、云川市民政局、云川市城关区人民政府';

let typeface: Typeface;
beforeAll(async () => {
  const fonts = await printFonts(path.resolve(__dirname, '../../../..'));
  typeface = await typefaceFor(fonts.label, () => Promise.resolve(fonts.rare), [name40]);
});

function noticeOf(count: number): WallNotice {
  return {
    heading: '公示',
    subtitle: '云川市最美社区工作者年度评选拟表彰名单',
    paragraph: [{ text: '现在公示。' }],
    columns: [
      { heading: '编号', share: 0.09, isBold: true },
      { heading: '名称', share: 0.67 },
      { heading: '票数', share: 0.12, isBold: true, isRight: true },
      { heading: '总分', share: 0.12, isBold: true, isRight: true },
    ],
    rows: Array.from({ length: count }, (_, n) => [String(n + 1), name40, '1,234,567', '98.765432']),
    remarks: ['按编号排列，不分先后。'],
    box: {
      picture: noisyPicture(60, 1),
      lead: '有不同意见，请在12月3日前（含当天）提出',
      lines: [
        '微信扫码，写明事由。不用关注，不用手机号。',
        '云川市纪委监委派驻第三监督组、市政务服务和大数据局监督室 电话 0595-12345678',
        '地址 云川市人民路一百二十八号市民服务中心三楼三零五室（乘电梯上三楼左转到底）',
        note,
      ],
    },
    organiser,
    day: '2026年11月26日',
    foot: ['张贴至 2026年12月3日', '公开账册第 14 条'],
  };
}

/** What is written, in its order. */
async function written(count: number, size: 'a4' | 'a3' = 'a4'): Promise<{ texts: string[]; pages: number }> {
  const write = jest.spyOn(Paper.prototype, 'write');
  const { pages } = await printWallNotice(noticeOf(count), size, { title: '公示', madeAt: 0, typeface });
  const texts = write.mock.calls.map(([text]) => text);
  write.mockRestore();
  return { texts, pages };
}

test('no figure is broken, and whoever signs and where to object are named whole', async () => {
  const { texts } = await written(3);
  expect(texts.filter((text) => text === '1,234,567')).toHaveLength(3);
  expect(texts.filter((text) => text === '98.765432')).toHaveLength(3);
  const all = texts.join('');
  for (const whole of [organiser, name40, note, '乘电梯上三楼左转到底']) expect(all).toContain(whole);
  expect(all).not.toContain('…');
});

test('of several pages each says which of how many it is, one alone says nothing', async () => {
  const { texts, pages } = await written(60);
  expect(pages).toBeGreaterThan(2);
  const numbers = texts.filter((text) => text.startsWith('第 '));
  expect(numbers).toEqual(Array.from({ length: pages }, (_, at) => `第 ${at + 1} 页，共 ${pages} 页`));
  expect(texts.filter((text) => text === '编号').length).toBeGreaterThanOrEqual(pages - 1);
  const alone = await written(2);
  expect([alone.pages, alone.texts.filter((text) => text.startsWith('第 '))]).toEqual([1, []]);
});

test('A3 has the same pages as A4', async () => {
  expect((await written(60, 'a3')).pages).toBe((await written(60)).pages);
});
