import { previewOf } from '../../../../../miniprogram/packages/voter/preview/preview.view';
import type { PollPreview } from '../../../../../miniprogram/services/polls';
import { candidates, pollReply, votingStartAt } from '../../../samples';

function preview(): PollPreview {
  const { poll } = pollReply({ stage: 'preparing', votingStartAt });
  const full = candidates(3).map((candidate) => ({ ...candidate, pictures: [], facts: [], criteria: [] }));
  return { poll, candidates: full };
}

test('a draft is shown as it will be at the first moment of the vote, to somebody who has not voted', () => {
  expect(previewOf(preview(), '')).toMatchObject({
    kind: 'poll',
    poll: { phase: 'open', seal: { state: 'none' }, candidateCount: '3 项候选', isBrief: false },
    items: [{ id: 'c1', number: '01' }, {}, {}],
  });
});

test('one of its candidates is shown in full, one that it has not is not', () => {
  expect(previewOf(preview(), 'c2')).toMatchObject({ kind: 'candidate', candidate: { number: '02', name: '项目2' } });
  expect(previewOf(preview(), 'c9')).toBeNull();
});
