// The words that headings are put together of.

// Repeats are bounded everywhere: words that stand in two lists would be tried in every way they can be put together.
export const any = (words: string): string => `(?:${words.replace(/\s+/g, '|')})`;
export const whole = (pattern: string, flags = ''): RegExp => new RegExp(`^${pattern}$`, flags);

/** With these before it a project, or a unit, is another one than the candidate or its own. */
export const aside = '(?!所属|其他|其它|相关|上级|下级|子|曾|已|往年|历年|原|配套|附属|计量|货币)';

/** What was or will be done with a candidate, and how it is praised. */
export const doing = any(
  `参评 参选 参赛 参展 参演 参与 参加 候选 备选 待选 入围 入选 申报 申请 报送 上报 推荐 被推荐 推选 推送 选送 评选 评审 评议 提名
  被提名 拟 征集 展示 展演 演出 投票 获奖 表彰 优秀 典型 先进 优质 特色 重点 重大 示范 创新 服务 民生 为民 便民 惠民 利民 实事 党建
  公益 志愿 创业 文化 文艺 文明 改革 试点 科技 教学 教研 科研 研究 调研 合理化 年度 最佳 十佳 十大 最美 本 主要`,
);

/** What candidates are, in words that are no candidate's own name. */
export const entity = any(
  `候选项目 候选项 项目 品牌 案例 作品 团队 集体 队伍 节目 曲目 剧目 课题 选题 活动 事项 实事 工程 产品 成果 论文 稿件 书目 方案 提案 议题
  金点子 创意 选项 条目 微心愿 好人好事 议案 志愿服务组织`,
);

/** These are candidates only where the heading says that it is their name: they may be a candidate's own. */
export const nameable = any(
  `故事 文章 视频 短视频 微视频 照片 摄影 小组 措施 服务 工作 人物 家庭 岗位 窗口 歌手 队 论坛 模型 软件 游戏 话题 诗歌 征文 组合 班组 歌曲 舞蹈 事件
  商品 菜品 菜肴 美食 图书 建议 点子 设计 发明 专利 技术 线路 路线 景点 景区 点位 空间 场馆 基地 站点 门店 店铺 商家 民宿 公园 课程 教案 课件 绘画
  书法 标志 吉祥物 应用 系统 平台 场景 政策`,
);

export const person = any(
  `人 人员 人选 人物 对象 者 选手 个人 嘉宾 教师 老师 学生 同学 员工 职工 居民 村民 市民 党员 志愿者 干部 模范 标兵 医生 护士 工匠 家庭 歌手`,
);
export const proposed = any(
  `候选 参评 参选 参赛 参展 参演 入围 入选 被推荐 拟推荐 被提名 拟表彰 表彰 评选 获奖 优秀 先进 最美 文明 感动 推荐候选 被评选 被推选 拟入选`,
);

/** What somebody has to do with a candidate, by how near it is to be the one whose it is. */
export const duties: readonly (readonly [string, number])[] = [
  ['申报 申请', 1],
  ['报送 上报 填报 呈报 选送 送选 参评 参选 参赛 参展 参演 报名', 2],
  [
    '所属 所在 隶属 归属 工作 任职 就职 供职 现 现工作 项目 作品 案例 品牌 团队 选手 候选人 个人 学生 教师 任教 就读',
    3,
  ],
  ['实施 承办 责任 牵头 主体 建设 创建 创作 演出 表演 编排 出品 制作 完成 第一完成 主要完成 运营 主办 组织', 4],
  ['推荐 拟推荐 推选 推送 提名 归口', 7],
  ['主管 协办 协作 配合 联合 参与 指导 支持 管理 原', 8],
];
export const duty = any(duties.map(([words]) => words).join(' '));
export const unit = any('单位 部门 机构 组织 处室 科室 局办 委办局 区县 县区 县市区 县 地区 市县 地市 市州 州市 旗县');
export const place = any(
  `学校 院校 高校 院系 系部 学院 幼儿园 街道 街镇 镇街 乡镇 街道办 街道办事处 社区 村 村居 村社 村委会 居委会 公司 企业 集团 协会 社团 社会组织
  网格 支部 党组织 党支部 党委 工会 团委 医院 班级 年级 派出所 供电所 司法所 卫生院 分公司 子公司 支行 分局 网点 车间 项目部 镇 乡`,
);

export const sorted = any(
  `所属 所在 参评 参赛 参选 申报 推荐 报名 评选 评审 候选 征集 作品 项目 节目 案例 品牌 产品 事项 实事 活动 团队 选手 人员 对象 比赛 竞赛
  业务 工作 服务 应用 行业 专业 奖项 主题 实施 赛事 赛项 年龄 年级`,
);
export const sort = any(
  '分组 组别 类别 赛道 领域 分类 类型 种类 门类 类目 大类 小类 类 组 赛项 板块 单元 系列 奖项 方向 归类 赛区 展区 专题 行业',
);
export const sortOrder = ['分组', '组别', '类别', '赛道', '领域', '分类', '类型'];

export const counted = any(
  `候选 候选人 参评 参赛 参选 参展 申报 报名 推荐 选手 项目 作品 节目 案例 品牌 产品 团队 人员 事项 评选 投票 展示 出场 抽签 登记 对象 统一`,
);

/** What a text may be about. */
export const about = any(
  `个人 人物 企业 公司 机构 学校 社区 候选人 选手 参赛者 基本 创作 内容 建设 主要 情况 具体 总体 整体 核心 工作 实施 开展 详细 简要 突出 感人
  整体 事迹 剧情 创建 背景 相关 亮点 重要 文字`,
);
export const subject = `(?:${doing}|${entity}|${nameable}|${about}|${any('老师 医生 工匠 护士 教师 党员 家庭')}){0,4}`;

/** Wherever it stands in a heading, the column is about contacts, persons, papers or money. */
export const privateWords = new RegExp(
  any(
    `联系 联络 电话 手机 传真 邮箱 邮编 邮政 微信号 qq 地址 身份证 证件 银行 账号 帐号 账户 开户 签字 签名 盖章 签章 日期 时间 年月 年份
    年度$ 性别 民族 籍贯 出生 年龄(?!组) 学历 学位 政治面貌 职务 职称 职位 工龄 入职 参加工作 金额 经费 预算 投资 得分 评分 平均分 总分 分数 票数 得票 排名
    名次 排序 备注 附注 备考 负责人 责任人 经办人 填表人 填报人 申报人(?!选|员|物) 申请人 报名人 报送人(?!选|员) 推荐人(?!选|员|物) 提名人(?!选|员|物) 带头人 主持人 牵头人 完成人 审核
    审批 状态 进度 是否 网址 链接 数量 人数 件数 页数 字数 时长 尺寸 规格 材质 指导教师 指导老师 作者 主创 成员 队员 领队 教练 家长
    监护人 导演 编剧 毕业 入党 文化程度 资金 级别 表彰情况 完成情况 年级组长 ^专业$ ^微信$ 学号 工号 准考证 健康 兴趣 爱好 奖惩 处分 意见$ ^说明$ 住址 法人 法定代表人 信用代码 户籍 婚姻 配偶 荣誉 奖励`,
  ),
);
