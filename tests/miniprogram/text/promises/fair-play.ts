// What is promised where ballots are looked at that no resident cast.
import { at, scheduler, voter, type KeptPromise } from './kept-promise';

export const ofFairPlay: readonly KeptPromise[] = [
  {
    by: [
      voter('ticket'),
      'with its ticket leaves the rank, the pace and the network of the day, and nothing that names anybody',
    ],
    sentences: at(
      'packages/help/text/privacy',
      'privacySections.核查刷票时.lines.0',
      'privacySections.核查刷票时.lines.1',
    ),
  },
  {
    by: [
      voter('ticket'),
      'is never refused for its ticket: another’s, another poll’s, an old, an altered, an endless one leaves none',
    ],
    sentences: at('packages/help/text/privacy', 'privacySections.核查刷票时.lines.2'),
  },
  {
    by: [
      scheduler('fairplay/forgetting'),
      'go 60 days after the vote, though nobody looks after the poll any more, and the public file says so',
    ],
    sentences: at('packages/help/text/privacy', 'privacySections.核查刷票时.lines.3'),
  },
];
