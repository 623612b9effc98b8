import { encodeScene } from '../../../cloudfunctions/shared/universal/scene';
import { arrivalAtCandidate, arrivalAtPoll, channelTo, noteChannel } from '../../../miniprogram/phone/arrival';

const scene = (parts: Parameters<typeof encodeScene>[0]): string => encodeURIComponent(encodeScene(parts) ?? '');

describe('who scans a printed code', () => {
  it('arrives at its poll or candidate, by its channel', () => {
    expect(arrivalAtPoll({ scene: scene({ pollId: 'p1', channel: 'poster' }) })).toEqual({
      pollId: 'p1',
      candidateId: '',
      channel: 'poster',
    });
    expect(arrivalAtCandidate({ scene: scene({ pollId: 'p1', candidateId: 'c1', channel: 'a1b2' }) })).toEqual({
      pollId: 'p1',
      candidateId: 'c1',
      channel: 'a1b2',
    });
  });

  it('arrives nowhere by a code that is none of ours', () => {
    for (const strange of ['', '?', '%25', 'a b', 'x'.repeat(40)]) {
      expect(arrivalAtPoll({ scene: strange })).toEqual({ pollId: '', candidateId: '' });
      expect(arrivalAtCandidate({ scene: strange })).toEqual({ pollId: '', candidateId: '' });
    }
  });
});

it('a link of a page says the same without a scene, and what is no channel is not passed on', () => {
  expect(arrivalAtPoll({ id: 'p1', channel: 'card' })).toEqual({ pollId: 'p1', candidateId: '', channel: 'card' });
  expect(arrivalAtCandidate({ poll: 'p1', id: 'c1', channel: 'No Such' })).toEqual({ pollId: 'p1', candidateId: 'c1' });
});

it('the channel of a poll is remembered until another one leads to it', () => {
  noteChannel({ pollId: 'p1', candidateId: '', channel: 'poster' });
  noteChannel({ pollId: 'p1', candidateId: '' });
  expect(channelTo('p1')).toEqual({ channel: 'poster' });
  noteChannel({ pollId: 'p1', candidateId: '', channel: 'card' });
  expect(channelTo('p1')).toEqual({ channel: 'card' });
  expect(channelTo('p2')).toEqual({});
});
