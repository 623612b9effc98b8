/** Pages that codes, links and messages open, as `app.json` names them; without a slash ahead. */
export const pages = {
  poll: 'packages/voter/poll/poll',
  candidate: 'packages/voter/candidate/candidate',
  results: 'packages/voter/results/results',
  notice: 'packages/outcome/notice/notice',
  certificate: 'packages/receipt/verify/verify',
  mine: 'pages/mine/mine',
} as const;
