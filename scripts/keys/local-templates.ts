/** Templates of the local cloud and the tests, as an installation would write them: all that a message can tell is in one of them. */
export const localTemplates = JSON.stringify({
  opening: { id: 'local-opening', fields: { thing1: 'title', time2: 'at', thing3: 'note' } },
  lastDay: { id: 'local-last-day', fields: { thing1: 'title', time2: 'at', thing4: 'note' } },
  result: { id: 'local-result', fields: { thing1: 'title', thing2: 'organiser', time3: 'at' } },
  verdict: { id: 'local-verdict', fields: { thing1: 'name', phrase2: 'verdict', thing3: 'note' } },
});
