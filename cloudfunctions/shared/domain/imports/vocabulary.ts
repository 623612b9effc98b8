import { likeness } from '../../universal/text/clean-text';
import type { ImportField } from './columns';
import { english } from './english-titles';
import type { Meaning } from './meaning';
import {
  any,
  aside,
  counted,
  doing,
  duties,
  duty,
  entity,
  nameable,
  person,
  place,
  privateWords,
  proposed,
  sort,
  sorted,
  sortOrder,
  subject,
  unit,
  whole,
  about,
} from './title-words';
import { simplified } from './traditional';

export type { Meaning } from './meaning';

const criteria: readonly (readonly [ImportField, RegExp])[] = [
  [
    'innovation',
    whole(`${subject}${any('创新性 创新 创新点 创新亮点 创新之处 创新做法 创新举措 创新内容 新颖性 首创性')}`),
  ],
  [
    'effectiveness',
    whole(`${subject}(?:取得)?的?${any('实效性 实效 成效 效果 成效亮点 社会效益 效益 经济社会效益 有效性')}`),
  ],
  [
    'satisfaction',
    whole(
      `${subject}${any('满意度 群众满意 群众满意度 群众评价 公众满意度 社会评价 社会反响 群众反响 用户评价 满意率 群众满意率')}`,
    ),
  ],
  ['sustainability', whole(`${subject}${any('可持续 可持续性 持续性 可持续发展 可持续发展性 长效性 长效机制')}`)],
];

const running = whole(
  `(?:(?:${counted}{0,2}|总)(?:序[号数]|顺序|次序)|${any('序次 序 号 no no. # 次序 顺序 顺序号 行号 项次 流水号 排序号 sn s/n serialno serialnumber index seq')})`,
);
const number = whole(`${counted}{0,3}${any('编号 号码 编码 号 号牌 序列号 代号')}`);
const named = whole(
  `${doing}{0,4}(?:${entity}{1,3}|(?:${nameable}){1,2}(?=的?(?:名|标|题|全)))的?(名称|名字|名|全称|标题|题目)?`,
);
/** What takes part in a contest is a candidate, though by itself the word may be a candidate's own. */
const contested = whole(`${any('参评 参选 参赛 参展 参演 候选 入围')}(?:${nameable})`);
const strongEntity = any('项目 品牌 案例 作品 节目 课题 候选人');
/** Any words before what candidates are, and whatever has a name that is nothing else's. */
const namedOtherwise = whole(`${aside}\\p{Script=Han}{1,8}${strongEntity}(名称|名|全称|标题|题目)?`, 'u');
const anyName = whole(`${aside}(?!文件|资料|材料|附件|表格|职务|科目)\\p{Script=Han}{2,8}(?:名称|题目|姓名)`, 'u');
/** Who is proposed; whoever proposes is another one. */
const passive = whole(`被${any('推荐 提名 推选 评选 表彰 举荐')}(?:人|者|对象)(?:姓名|名字)?`);
const nameAlone = whole(
  `${doing}{0,4}(?:名称|名字|标题|题目|题名|全称|品名|队名|剧名|片名|书名|菜名|曲名|组名|店名|歌名|班名|校名|村名)`,
);
const personNamed = whole(
  `(?:${proposed}${person}|拟?${any('推荐 提名 推选 申报 报送 上报')}${any('人选 人员 人物 对象')}|候选${any('村 班级 支部 窗口 单位 集体 团队 家庭 社区 学校 企业 机构')}|${any('选手 人选 嘉宾 候选者')}|推荐对象|推荐人选|申报对象)的?(?:姓名|名字|名称|名)?`,
);
const personAlone = whole(`${person}?(?:姓名|名字)`);
const unitNamed = whole(
  `(?:${duty}{0,3}(?:${unit}|${place}){1,2}(?:的?(?:名称|全称|简称|名))?|${duty}{1,2}(?:主体|方)|区域?|市|属地|部室)`,
);
/** Any words before what a unit is, or a post behind it. */
const unitOtherwise = whole(`${aside}\\p{Script=Han}{2,6}(?:单位|部门)(?:名称|全称)?`, 'u');
const unitWithPost = whole(`现?(?:工作|所在)?单位[及和与、]?(?:职务|职称|岗位)`);
const placeNamed = whole(`(?:${place}(?:名称|全称|名)?|单位(?:名称|全称))`);
const group = whole(`(?:${sorted}|${doing}|候选人|人选){0,4}${sort}(?:名称)?`);
const oneSentence = whole(`${subject}一句话?(?:介绍|简介|概括|描述|说明|推荐|亮点|点评|事迹|项目介绍|话)?`);
const slogan = whole(
  `${subject}${any('口号 标语 宣传语 推荐语 推介语 广告语 宣言 推荐词 推介词 宣传口号 副标题 颁奖词')}`,
);
/** What somebody says of themselves, before whatever they are. */
const motto = whole(`\\p{Script=Han}{0,4}${any('感言 寄语 座右铭 格言 心语')}`, 'u');
const short = whole(
  `${subject}(?:${any('简介 介绍 简述 概要 摘要 提要 概述 概括 描述 事迹简介 简要事迹 简要情况 简要内容 简要')}|(?:${entity}|创作|设计|内容|情况|简要|文字)${any('说明 阐述')})`,
);
const atLength = whole(`${subject}详[细尽](?:介绍|说明|情况|内容|描述)`);
const detail = whole(
  `(?:${subject}${any(
    `事迹 事迹材料 事迹介绍 主要工作 理念 思路 内涵 进展 做法 经验 经验做法 举措 措施 内容 正文 全文 详情 详细介绍 概况 背景 亮点 特色 特点 过程 故事 文字材料 业绩 实绩 贡献`,
  )}|${any('推荐 申报 入选 评选 候选')}(?:理由|事由)|(?:${entity}|${about}|进展|推进|运行|先进|服务){1,3}${any('情况 成绩 详情')}|介绍详情)`,
);

/** Pictures and files are added in the mini-program, one candidate at a time. */
const picture = whole(
  `${subject}(?:现场|证明|佐证|支撑)?${any('图片 照片 相片 配图 封面 封面图 海报 截图 头像 证件照 视频 音频 附件 附件材料 证明材料 佐证材料 支撑材料')}(?:链接|地址|网址|文件)?`,
);

/** The words of the template and the export, before all others. */
const own: Readonly<Record<string, Meaning>> = {
  编号: { use: 'number', rank: 0 },
  名称: { use: 'name', rank: 0 },
  单位: { use: 'unit', rank: 0 },
  分组: { use: 'group', rank: 0 },
  一句话: { use: 'sentence', rank: 0 },
  详细介绍: { use: 'detail', rank: 0 },
};

/** Headings may be looked up by people's own texts, so only own keys count. */
function lookUp(table: Readonly<Record<string, Meaning>>, title: string): Meaning | undefined {
  return Object.hasOwn(table, title) ? table[title] : undefined;
}

/** A heading as it is compared: simplified, without remarks like "（必填）", numbering and marks around it. */
export function plainTitle(title: string): string {
  const even = simplified(likeness(title));
  const bare = even.replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g, '');
  const kept = bare === '' ? even.replace(/[()[\]【】〔〕]/g, '') : bare;
  return kept
    .replace(/^[*★※☆●■◆▲△-]+|[*★※☆:：、,，。.;；-]+$/g, '')
    .replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、．]/, '');
}

/**
 * What a heading means.
 * @returns null for one that nobody knows
 */
export function meaningOf(title: string): Meaning | null {
  const plain = plainTitle(title);
  if (plain === '' || plain.length > 40) return null;
  return meaningOfPlain(plain) ?? meaningOfParts(plain);
}

/** "项目名称/品牌名称", "项目名称 project name": one meaning where all the parts have it. */
function meaningOfParts(plain: string): Meaning | null {
  const chinese = plain.replace(/[a-z][a-z.'-]*/g, '');
  if (chinese !== '' && chinese !== plain) {
    const meaning = meaningOfPlain(chinese);
    if (meaning) return meaning;
  }
  const parts = plain.split(/[/\\|、或及和与&]/).filter((part) => part !== '');
  if (parts.length < 2) return null;
  const meanings = parts.map(meaningOfPlain);
  const [first] = meanings;
  return first && meanings.every((each) => each?.use === first.use) ? first : null;
}

function meaningOfPlain(plain: string): Meaning | null {
  const known = lookUp(own, plain) ?? lookUp(english, plain.replace(/[^a-z]/g, '') || plain);
  if (known && (/^[\x20-\x7e]+$/.test(plain) || Object.hasOwn(own, plain))) return known;
  if (passive.test(plain)) return { use: 'name', rank: 4 };
  if (unitWithPost.test(plain)) return { use: 'unit', rank: 4 };
  if (running.test(plain)) return { use: 'number', rank: 9, kind: 'running' };
  if (picture.test(plain)) return { use: 'picture' };
  for (const [use, pattern] of criteria) if (pattern.test(plain)) return { use, rank: plain.length };
  if (privateWords.test(plain)) return { use: 'private' };
  if (number.test(plain)) return { use: 'number', rank: 1 };
  if (oneSentence.test(plain)) return { use: 'sentence', rank: 0 };
  if (slogan.test(plain) || motto.test(plain)) return { use: 'sentence', rank: 2 };
  return nameMeaning(plain) ?? unitMeaning(plain) ?? groupMeaning(plain) ?? textMeaning(plain) ?? otherMeaning(plain);
}

function nameMeaning(plain: string): Meaning | null {
  const match = named.exec(plain);
  if (match) return { use: 'name', rank: match[1] === undefined ? 2 : 1 };
  if (contested.test(plain)) return { use: 'name', rank: 2 };
  if (nameAlone.test(plain)) return { use: 'name', rank: 3 };
  if (personNamed.test(plain)) return { use: 'name', rank: 4 };
  return personAlone.test(plain) ? { use: 'name', rank: 5 } : null;
}

function unitMeaning(plain: string): Meaning | null {
  if (!unitNamed.test(plain)) return null;
  const nearest = duties.find(([words]) => new RegExp(`^${any(words)}`).test(plain));
  if (nearest) return { use: 'unit', rank: nearest[1] };
  return { use: 'unit', rank: plain.startsWith('单位') ? 1 : 5, ...(placeNamed.test(plain) ? { kind: 'place' } : {}) };
}

/** What is left, by its last words alone: the weakest of meanings. */
function otherMeaning(plain: string): Meaning | null {
  const match = namedOtherwise.exec(plain);
  if (match) return { use: 'name', rank: match[1] === undefined ? 6 : 3 };
  if (unitOtherwise.test(plain)) return { use: 'unit', rank: 6 };
  return anyName.test(plain) ? { use: 'name', rank: 7 } : null;
}

function groupMeaning(plain: string): Meaning | null {
  if (!group.test(plain)) return null;
  const rank = sortOrder.findIndex((each) => plain.endsWith(each));
  return { use: 'group', rank: rank < 0 ? sortOrder.length : rank };
}

function textMeaning(plain: string): Meaning | null {
  if (atLength.test(plain)) return { use: 'detail', rank: 1 };
  if (short.test(plain)) return { use: 'sentence', rank: plain.endsWith('简介') ? 3 : 4, kind: 'short' };
  if (!detail.test(plain)) return null;
  return { use: 'detail', rank: plain.includes('事迹') || plain.includes('做法') ? 1 : 2 };
}
