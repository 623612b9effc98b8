import { readFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';

/** Noto Sans Hans, SIL Open Font License 1.1: may be cut and embedded. */
const source = 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf';

const ascii = Array.from({ length: 0x7e - 0x1f }, (_, index) => String.fromCharCode(0x20 + index)).join('');
const marks = '　，。、；：！？（）《》〈〉「」『』【】〔〕“”‘’…—–·～％＋－／＆＃＠×°№①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ〇々';

/** Characters of names of persons and places that are in neither of the standards below. */
const rareNames =
  '㛃䶮㙍㳇㵑㸆䜣䝙䲟䴙𫖯𬎆𬭎𬍛𨱇𫍯𬸪𬳵𫖮𬘓𬱖𫓧𬶋𬀩堃喆玥翀彧赟旻晞祎婳龑昇頔骉犇鑫淼焱垚叒囍镕濛榉曈珺璟堉铉弢瑀祺禤嘏翯霈霂昉昱昶晟晢晳暄暟曦曌曜朏杺栩桄桢棽椤楠楦榕槿樾檠欣毓沄沐泓泠浠涵淏淓淇湉湲湙溆滢漪潇澍澔澧濋灏炅炘炜烜烨焜焮熠熹燚燊爔玙玚玟珂珈珣珩琀琇琎琏琛琬琰瑄瑆瑗瑢瑧瑭璁璇璈璐璠甯畯皓皛皞睿瞾硚磊祎祾禛禧稷竑竣笙筠箬籽綦羲翊翎翙翚耀聿胤臻舸艺芃芊芮苒苡茜荇荔莀莙菀菡萱葳蒗蓁蔓蕙蕤薇藜蘅虓蜜衍袆裕觅訸诒诗谌豫赜轩轶迦逄逸遄邕邗郗郜鄄鄞酉钇钊钧钰铄铖铠锴镝镡闫阗陟隽雒雯霁靓韫韬韶颀颂颉飏馥骁骅骎骏骐骞骥鲲鸢鸣鹂鹏麒麟黛鼐齐龢';

/** Han characters that two bytes of an encoding stand for. @param leads the first byte, from and to @param trail the second, from */
function hanOf(encoding: 'gbk' | 'big5', [firstLead, lastLead]: [number, number], firstTrail: number): Set<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(text)) found.add(text);
    }
  }
  return found;
}

/** All that the typeface may have beyond: letters of other alphabets, signs, and Han characters of every block. */
const blocks = [
  [0xa0, 0x33ff],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
  [0x1f100, 0x1f2ff],
  [0x20000, 0x323af],
] as const;

/**
 * The typeface of what is printed, without hints, in two parts. `label` has all Han characters of GB 2312, and for names those of the first
 * level of Big5. Whole the typeface has eight megabytes, which every start of the function would pay for; like this it has two. `rare`
 * has the rest, for names like 㙟, and is read only where a text needs it.
 * @param project folder that holds node_modules
 * @returns OpenType fonts
 */
export async function printFonts(project: string): Promise<{ label: Buffer; rare: Buffer }> {
  const usual = new Set([
    ...Array.from(ascii + marks + rareNames),
    ...hanOf('gbk', [0xb0, 0xf7], 0xa1),
    ...hanOf('big5', [0xa4, 0xc6], 0x40),
  ]);
  const all = blocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const font = await readFile(path.join(project, source));
  const part = (text: Iterable<string>): Promise<Buffer> =>
    subsetFont(font, [...text].join(''), { targetFormat: 'sfnt', noHinting: true });
  const [label, rare] = await Promise.all([part(usual), part(all.filter((each) => !usual.has(each)))]);
  return { label, rare };
}
