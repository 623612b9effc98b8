import { printView } from '../../../../miniprogram/packages/organiser/codes/codes.view';

const part = (parts: number, codes = 72): Parameters<typeof printView>[0][number] => ({
  path: 'wxfile://usr/a.pdf',
  codes,
  pages: Math.ceil(codes / 12),
  parts,
});

describe('printing the codes', () => {
  it('of a small poll is one file, whose making takes a while the first time', () => {
    expect(printView([], true)).toMatchObject({ isBusy: true, said: '正在做，第一次要等微信逐个画出来', percent: 0 });
    expect(printView([part(1, 21)], false)).toMatchObject({
      said: '',
      rows: [{ name: '全部二维码', size: '21 个二维码 · 2 页' }],
      action: '重新做',
    });
  });

  it('of a large poll goes on part by part, and tells how far it is', () => {
    expect(printView([part(5), part(5)], true)).toMatchObject({ said: '正在做第 3 份，共 5 份', percent: 40 });
    expect(
      printView(
        Array.from({ length: 5 }, () => part(5)),
        false,
      ),
    ).toMatchObject({
      said: '分成 5 份，都做好了。',
      action: '重新做',
    });
  });

  it('that broke off says what is kept, and goes on from there', () => {
    const view = printView([part(5), part(5)], false, { code: 'WECHAT_UNAVAILABLE', message: '', details: {} });
    expect(view).toMatchObject({ action: '接着做', rows: [{ name: '第 1 份' }, { name: '第 2 份' }] });
    expect(view.broken?.detail).toContain('前 2 份已经做好');
  });
});
