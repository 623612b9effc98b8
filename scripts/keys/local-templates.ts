/** Templates of the local cloud and the tests, as an installation would write them: all that a message can tell is in one of them. */
export const localTemplates = JSON.stringify({
  opening: { id: 'local-opening', fields: { thing1: 'title', time2: 'at', thing3: 'note' } },
  lastDay: { id: 'local-last-day', fields: { thing1: 'title', time2: 'at', thing4: 'note' } },
  result: { id: 'local-result', fields: { thing1: 'title', thing2: 'organiser', time3: 'at', thing4: 'note' } },
  notice: { id: 'local-notice', fields: { thing1: 'title', time2: 'at', thing3: 'note' } },
  extended: { id: 'local-extended', fields: { thing1: 'title', time2: 'at', thing3: 'note' } },
  verdict: { id: 'local-verdict', fields: { thing1: 'name', phrase2: 'verdict', thing3: 'note' } },
});

/** What WeChat's console would call them; it stands over a message, and in the question for consent. */
export const templateTitles: Readonly<Record<string, string>> = {
  'local-opening': '活动开始提醒',
  'local-last-day': '活动截止提醒',
  'local-result': '评选结果通知',
  'local-notice': '公示通知',
  'local-extended': '投票延期通知',
  'local-verdict': '推荐审核结果通知',
};
