import { mostCandidates as ofContract } from '../../../../../cloudfunctions/shared/contract/editing/candidates';
import { importField } from '../../../../../cloudfunctions/shared/contract/exports/sheets';
import { importColumns } from '../../../../../cloudfunctions/shared/domain/imports/columns';
import { meaningOf } from '../../../../../cloudfunctions/shared/domain/imports/vocabulary';
import { mostCandidates } from '../../../../../cloudfunctions/shared/domain/editing/order';

/** Headings of office lists by what they mean to whoever wrote them; `private` and `picture` are never taken. */
const headings: Readonly<Record<string, string>> = {
  number: `序号 编号 号码 序 No. NO # 项目编号 作品编号 参赛编号 候选人编号 选手编号 参评编号 节目编号 案例编号 申报编号 投票编号 報名編號 Number ID
    顺序号 统一编号`,
  name: `名称 项目名称 候选项目 候选项目名称 项目 事项名称 实事名称 实事项目 民生实事项目 参评项目 参评项目名称 申报项目 申报项目名称 推荐项目名称 拟推荐项目
    品牌名称 服务品牌 党建品牌名称 品牌 案例名称 创新案例名称 典型案例 案例 优秀案例名称 作品名称 作品标题 作品 参赛作品名称 参赛作品 节目名称 节目
    演出节目名称 团队名称 团队 参赛团队名称 先进集体名称 集体名称 队伍名称 班组名称 课题名称 成果名称 论文题目 工程名称 产品名称 活动名称 线路名称
    景点名称 方案名称 提案 金点子名称 创意名称 姓名 候选人 候选人姓名 参评人姓名 参选人姓名 选手姓名 推荐对象 人选 候选对象 先进个人 最美人物姓名
    教师姓名 学生姓名 标题 题目 項目名稱 作品名稱 候選人姓名 品牌名稱 ProjectName Name Title Candidate Nominee TeamName WorkTitle CaseName BrandName
    项目名称（全称） *项目名称 1.项目名称 项目名称/品牌名称`,
  unit: `单位 申报单位 报送单位 推荐单位 选送单位 参评单位 参选单位 参赛单位 主办单位 承办单位 牵头单位 责任单位 实施单位 建设单位 所属单位 所在单位
    工作单位 任职单位 单位名称 申报单位名称 主管单位 部门 申报部门 责任部门 牵头部门 所在部门 所属部门 主管部门 报送部门 学校 所在学校 学校名称 院系
    所属院系 学院 班级 所在班级 街道 所属街道 乡镇 乡镇街道 镇街 社区 所在社区 村居 公司 所在公司 公司名称 企业名称 机构名称 党支部 所在党支部 科室 处室
    申報單位 推薦單位 學校 單位 所屬單位 Unit Department Organization School Company 填报单位 创作单位 演出单位 完成单位`,
  group: `分组 组别 参赛组别 类别 项目类别 作品类别 申报类别 所属类别 参评类别 分类 项目分类 类型 项目类型 赛道 参赛赛道 领域 所属领域 服务领域 板块 奖项
    申报奖项 门类 系列 方向 類別 組別 領域 Category Group Track Field Type`,
  sentence: `一句话 一句话介绍 一句话简介 一句话概括 简介 项目简介 作品简介 内容简介 个人简介 人物简介 团队简介 案例简介 介绍 项目介绍 简要介绍 作品介绍
    项目概述 案例概述 项目描述 内容摘要 摘要 作品说明 创作说明 口号 推荐语 宣传语 事迹简介 簡介 項目簡介 Introduction Summary Description`,
  detail: `详细介绍 事迹 主要事迹 先进事迹 个人事迹 事迹材料 突出事迹 人物事迹 主要做法 做法 具体做法 经验做法 工作举措 主要措施 项目概况 概况 基本情况 工作情况
    项目背景 主要内容 项目内容 服务内容 内容 推荐理由 申报理由 特色亮点 项目亮点 工作亮点 主要业绩 主要事跡 Details Deeds Overview Background Content`,
  innovation: `服务创新性 创新性 创新点 创新亮点 项目创新性 Innovation`,
  effectiveness: `服务实效性 实效性 成效 工作成效 主要成效 实施成效 取得成效 社会效益 Effectiveness`,
  satisfaction: `群众满意度 满意度 群众评价 服务满意度 社会评价 Satisfaction`,
  sustainability: `可持续性 长效性 长效机制 可持续发展 Sustainability`,
  picture: `图片 照片 项目图片 封面 配图 视频 附件 证明材料 圖片 Photo`,
  private: `联系人 联系电话 电话 手机 手机号码 联系方式 负责人 项目负责人 单位负责人 联系人姓名 联系人电话 邮箱 通讯地址 单位地址 备注 性别 民族 籍贯
    出生年月 年龄 政治面貌 学历 职务 职称 职务职称 身份证号 申报人 推荐人 填表人 经办人 申报时间 填报日期 推荐意见 审核意见 项目金额 投资金额 得分 票数 排名
    作者 指导教师 团队成员 聯繫人 電話 備註 負責人 Phone Email Contact Remarks Gender`,
};

/** The same of lists that came later: what they brought was taught, some of it nobody knows yet. `_` stands for a blank. */
const laterHeadings: Readonly<Record<string, string>> = {
  number: `出场序号 抽签号 展位号 参展编号 投票序号 选手号 候选序号 编 号 序次 报名序号 排位 参赛号 作品序号 编号（勿改） 案例号 排号`,
  name: `民生项目名称 候选案例 拟评选项目 实事内容名称 优秀共产党员姓名 志愿服务项目名称 志愿服务组织名称 最美教师 最美家庭 候选学生 书目名称 影片名称
    推荐书名 菜名 参赛菜品 民宿名称 花卉名称 队名 班组名 劳模姓名 工匠姓名 被推荐人 被提名人姓名 拟推荐人选 提名对象 候选村 参评家庭
    微心愿 好人好事 品牌项目 十佳项目 建议名称 提案标题 题名 吉祥物名称 logo名称 口号作品 歌曲名称 主播姓名 直播间名称 商户名称
    门店名称 服务窗口名称 岗位名称 树种 地名 Project Work Team Project_Title Nominee_Name
    作品（中文名） 項目 候選項目 候選團隊 團隊名稱 得獎作品名稱 实事项目（名称） 惠民举措名称 服务品牌（项目）名称 社区能人姓名 感动人物
    文明家庭 特色菜名称 文创产品名称 公园名称 老字号名称 网红打卡点名称 优秀志愿者 志愿服务团队 志愿服务组织 候选班组 候选社区 参演剧目
    宣讲题目 微课名称 说课题目 调研报告题目 议案标题 活动主题名称 乐队名称 选手姓名（艺名） 学生姓名/作品 Candidate_Name
    Case_Title 實事項目 優秀志願者姓名`,
  unit: `申报（推荐）单位 单位全称 申报机构 选送学校 参赛学校 推报单位 所在科室 所在支部 支部名称 隶属单位 任教学校 就读学校 幼儿园 所在村（社区）
    所属网格 归口部门 承建单位 牵头科室 实施主体 供稿单位 部室 县市区 区（县） 地市 工作单位及职务 Organisation
    Institution Affiliation School_Name 服務單位 任職機構 參賽學校 所屬部門 申报单位（盖章） 报名单位 选手单位
    参演单位 工作单位全称 所属社区 所在镇街 承办部门 组织单位 供电所 派出所 Organization_Name Dept 報送單位 所在學校`,
  group: `项目领域 赛事组别 年龄组 年级组 评选类别 奖项类别 参评奖项 项目属性类别 作品门类 申报方向 参赛单元 所属板块 候选类别 Division
    Award_Category 獎項 賽道 分組 項目類別 赛项类别 参评组别 服务类型 项目分类（大类） 所属赛道 投票分组 Award_Type
    類型`,
  sentence: `项目一句话 亮点概括 推荐词 宣传口号 参赛宣言 内容提要 项目摘要 简要说明 人物介绍 老师简介 店铺介绍 100字简介 Abstract Bio
    Brief Slogan 項目摘要 推薦語 內容簡介 作品简要说明 简介（50字） 项目概要 个人宣言 候选人简介 推荐语（不超过30字）
    一句话推荐 Tagline 簡要介紹`,
  detail: `先进事迹材料 主要工作业绩 典型事迹 突出贡献 工作实绩 案例正文 案例背景 实施过程 具体举措 实施内容 服务成效及做法 创作思路 设计理念 作品内涵
    项目实施情况 推荐事由 申报事由 建设情况 进展情况 Story Description_of_deeds 事蹟 具體做法 推薦理由 主要先进事迹
    事迹（500字以内） 实施背景 工作内容 服务开展情况 具体事迹 成果内容 项目特色与亮点 工作成绩 詳細介紹`,
  private: `联系人及电话 手机号 身份证号码 出生日期 最高学历 领队姓名 指导教师姓名 推荐人姓名 申报日期 填表时间 备注说明 审核人 银行卡号 家庭住址
    监护人姓名 经费预算 投资额（万元） 平均分 总票数 签名 Tel Mobile Birthday Remark 聯絡電話 通訊地址 单位联系人
    联系手机 负责人电话 入党时间 填表日期 推荐单位意见 上报时间 指导老师 作者年龄 总分 報送日期`,
};

/** What looks like something and is something else: nobody may take it for a candidate's own. */
const strangers = `服务对象 项目周期 单位性质 企业类型 企业规模 代码 统一社会信用代码 项目级别 覆盖范围 起止 受益面 地点 是否公开 下一步打算 存在问题 获奖情况 主题 年度`;

const table = [...Object.entries(headings), ...Object.entries(laterHeadings)].flatMap(([meaning, words]) =>
  words.split(/\s+/).map((heading) => [heading.replace(/_/g, ' '), meaning] as const),
);

describe('the headings that offices write', () => {
  const read = table.map(([heading, meaning]) => ({ heading, meaning, found: meaningOf(heading)?.use ?? null }));

  test('are understood, nine of ten at least, and none of them wrongly', () => {
    expect(read.length).toBeGreaterThan(580);
    expect(read.filter(({ found, meaning }) => found !== null && found !== meaning)).toEqual([]);
    const understood = read.filter(({ found }) => found !== null).length;
    expect(understood / read.length).toBeGreaterThan(0.97);
  });

  test('of the kinds that an import takes are understood in each of them', () => {
    for (const field of importField.options) {
      const known = new Set((headings[field] ?? '').split(/\s+/));
      const own = read.filter(({ meaning, heading }) => meaning === field && known.has(heading));
      expect({ field, missed: own.filter(({ found }) => found === null) }).toEqual({ field, missed: [] });
    }
  });

  test('that mean something else are taken for nothing', () => {
    const taken = strangers.split(' ').filter((heading) => {
      const use = meaningOf(heading)?.use ?? 'private';
      return use !== 'private' && use !== 'picture';
    });
    expect(taken).toEqual([]);
  });

  test('rank: a project before a person, who applies before who recommends', () => {
    const rank = (heading: string): number => {
      const meaning = meaningOf(heading);
      return meaning && 'rank' in meaning ? meaning.rank : NaN;
    };
    const names = ['名称', '项目名称', '项目', '候选人', '姓名'].map(rank);
    expect(names).toEqual([...names].sort((a, b) => a - b));
    const units = ['单位', '申报单位', '报送单位', '工作单位', '承办单位', '推荐单位', '主管单位'].map(rank);
    expect(units).toEqual([...units].sort((a, b) => a - b));
  });
});

test('a heading that somebody made to take long is answered at once', () => {
  // Words that stand in several lists could be put together in 2⁴⁰ ways.
  for (const word of ['服务', '实事', '项目', '作品', '活动创新']) {
    expect(meaningOf(`${word.repeat(40 / word.length - 1)}坏`)).toBeNull();
  }
});

test('one limit of candidates holds everywhere, and the contract knows the fields of an import', () => {
  expect(ofContract).toBe(mostCandidates);
  expect([...importField.options].sort()).toEqual(importColumns.map(({ field }) => field).sort());
});
