/** A question that comes again and again, by the words it holds, and what is answered without a person. */
interface Answer {
  /** As the greeting lists it; absent for what is not asked so often. */
  question?: string;
  words: readonly string[];
  text: string;
}

/** Tried in this order; the first that fits answers. */
const answers: readonly Answer[] = [
  {
    words: ['人工', '客服', '真人'],
    text: '',
  },
  {
    question: '我的票投上了吗',
    words: ['回执', '查票', '有没有投上', '投上了吗', '计票记录', '验证'],
    text: '投票成功后有一张回执。打开小程序下方的“我的”，点那张回执，就能看到您的票有没有写进公开账册。',
  },
  {
    question: '怎么投票',
    words: ['怎么投', '如何投', '投票方法', '不会投', '投不了', '怎样投'],
    text: '打开评选页，点选候选，选够之后点“核对并投出”，再点“投出这一票”，看到回执就是投上了。每个评选能投几票、选几个，写在评选页的“评选规则”里。',
  },
  {
    question: '对结果有异议',
    words: ['异议', '申诉', '举报', '投诉', '刷票', '作弊'],
    text: '对结果有异议，请看评选页“规则”里的异议渠道和监督电话，由主办方受理。要反映刷票，也请写明评选名称和您看到的情况。',
  },
  {
    words: ['电话', '热线', '联系主办', '主办方'],
    text: '每个评选的主办方和监督电话写在评选页的“评选规则”里。',
  },
  {
    question: '什么时候截止',
    words: ['什么时候', '几点', '截止', '开始时间', '结束'],
    text: '评选页最上面写着投票开始和截止的时间，以北京时间为准。',
  },
  {
    question: '怎么办一个评选',
    words: ['发起', '创建', '怎么办评选', '做一个投票'],
    text: '打开“我的”，点“我办的评选”，按步骤填写就可以发起。不清楚的地方，“我的”最下面有一页“怎么办评选”。',
  },
  {
    words: ['推荐', '报名', '申报'],
    text: '征集推荐的评选，会把推荐的链接发到群里或公众号。交上去之后，从同一个链接进去，点“我的推荐”，就能看到结果。',
  },
];

const listed = answers.filter(({ question }) => question !== undefined);

/** What the conversation opens with: the commonest questions, each answered by its number. */
export const greeting = [
  '您好，这里是公评的客服。大家常问：',
  ...listed.map(({ question }, at) => `${at + 1}. ${question}`),
  '回复数字就有回答，也可以直接写您的问题。要找人，请回复“人工”。',
].join('\n');

/** Who merely says hello has not asked yet. */
const hello = /^(您好|你好|在吗|在不在|有人吗|菜单|帮助|hi|hello)[啊呀吗。！!?？~～]*$/i;

/**
 * What to answer a customer's text without a person.
 * @returns null when a person has to answer: nothing fits, or a person was asked for
 */
export function answerTo(text: string): string | null {
  const asked = text.replace(/\s/g, '');
  if (hello.test(asked)) return greeting;
  const numbered = /^[1-9][.、。]?$/.test(asked) ? listed[Number(asked[0]) - 1] : undefined;
  if (numbered !== undefined) return numbered.text;
  const found = answers.find(({ words }) => words.some((word) => asked.includes(word)));
  return found === undefined || found.text === '' ? null : found.text;
}
