import type { Poster } from '../../../../miniprogram/packages/poster/drawing/poster';

/** Of the samples' poll. */
export const usual: Poster = {
  lead: '云川市人民政府办公室 邀请您',
  title: '2026年度\n十佳为民服务实事',
  partners: [],
  origin: '',
  sentence: '',
  figures: [
    { figure: '20', of: '项候选' },
    { figure: '3–10', of: '项可选' },
    { figure: '1', of: '票一天' },
  ],
  call: '微信扫一扫，投一票',
  terms: ['投票到 11月30日 18:00。', '不用关注，不用手机号。', '投完有回执，人人可核对。'],
  number: 0,
};
