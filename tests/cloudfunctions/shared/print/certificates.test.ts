import path from 'node:path';
import { honourOf, certificateLetter } from '../../../../cloudfunctions/shared/domain/exports/certificate-letter';
import { certificateDesigns } from '../../../../cloudfunctions/shared/universal/certificate-layout';
import { printCertificates, type PrintedCertificate } from '../../../../cloudfunctions/shared/print/certificate';
import { typefaceFor, type Typeface } from '../../../../cloudfunctions/shared/print/typeface';
import { printFonts } from '../../../../scripts/build/print-fonts';
import { noisyPicture } from './noisy-picture';

const name40 = '家门口的二十四小时书房与社区共享自习空间建设及青少年阅读推广公益服务提升项目二期㙟䶮';
const picture = noisyPicture(280, 1);
let typeface: Typeface;
beforeAll(async () => {
  const fonts = await printFonts(path.resolve(__dirname, '../../../..'));
  typeface = await typefaceFor(fonts.label, () => Promise.resolve(fonts.rare), [name40]);
});

function certificate(name: string, more: Partial<PrintedCertificate> = {}): PrintedCertificate {
  const award = { unit: '市民政局', title: '2026年度十佳为民服务实事评选活动', hasJury: false };
  const letter = certificateLetter({ ...award, name });
  return { letter, organiser: '云川市人民政府办公室', day: '2026年12月16日', code: 'C7QM4-1XD2K', picture, ...more };
}

const setting = () => ({ title: '荣誉证书', madeAt: 0, typeface });

describe('what a certificate says', () => {
  it.each([
    ['2026年度十佳为民服务实事评选活动', '2026年度十佳为民服务实事'],
    ['最美社区工作者网络投票', '最美社区工作者'],
    ['摄影大赛', '摄影大赛'],
    ['评选活动', '评选活动'],
  ])('%s awards %s', (title, honour) => {
    expect(honourOf(title)).toBe(honour);
  });

  it('is a letter to the unit of a project, and names a person or a work with where they come from', () => {
    const award = { name: '社区食堂', unit: '市民政局', title: '十佳评选', level: undefined, hasJury: false };
    expect(certificateLetter(award).map(({ text }) => text)).toEqual([
      '市民政局：',
      '你单位承办的',
      '社区食堂',
      '经群众投票和公示，被评为',
      '十佳',
      '特发此证。',
    ]);
    const person = { ...award, name: '李㙟', measure: '位', level: '一等奖', hasJury: true } as const;
    expect(certificateLetter(person).map(({ text }) => text)).toEqual([
      '市民政局',
      '李㙟',
      '经群众投票、专家评审和公示，荣获',
      '十佳',
      '一等奖',
      '特发此证。',
    ]);
    expect(certificateLetter({ ...award, unit: '' })[0]).toEqual({ kind: 'name', text: '社区食堂' });
  });
});

describe('certificates on paper', () => {
  it.each(certificateDesigns)('come in the design %s, one a page, with the longest texts whole', async (design) => {
    const title = '云川市第十二届群众满意的基层公共服务窗口与最美社区工作者年度评选';
    const letter = certificateLetter({ name: name40, unit: name40, title, level: '特等奖', hasJury: true });
    const pdf = await printCertificates(
      design,
      [certificate('社区食堂'), certificate('', { letter, organiser: name40 })],
      setting(),
    );
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
    // The rare characters of the name are in a font of their own.
    expect(text.match(/\/FontFile3/g)).toHaveLength(2);
  });

  it('three hundred are one file of at most 15 MB, made within 20 s of processor time', async () => {
    // Each page has a picture of its own, that cannot be made smaller: a code of WeChat's takes some 30 KB.
    const heavy = noisyPicture(180, 2);
    const many = Array.from({ length: 300 }, (_, n) => certificate(`${name40.slice(0, 30)}${n}`, { picture: heavy }));
    const before = process.cpuUsage();
    const pdf = await printCertificates('upright', many, setting());
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(20);
    expect(pdf.length).toBeGreaterThan(300 * 30_000);
    expect(pdf.length).toBeLessThan(15 * 1024 * 1024);
  });
});
