// In a fresh clone jest knows no durations and goes by the size of files, so that a long one that comes last keeps one worker busy
// while the others stand still. These are the longest, by processor time where they were measured; what jest remembers of its own
// runs decides among the rest.
const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const slowest = [
  'tests/local-cloud/torture/ballots-under-faults',
  'tests/e2e/organiser-look',
  'tests/cloudfunctions/voter/race',
  'tests/local-cloud/torture/kill',
  'tests/e2e/outcome-look',
  'tests/website/recount/page-and-command',
  'tests/cloudfunctions/organiser/acts/open-poll-acts',
  'tests/cloudfunctions/participant/objections-public',
  'tests/e2e/receipt',
  'tests/e2e/vote',
  'tests/e2e/organiser-create',
  'tests/website/board/following',
  'tests/website/recount/verdicts',
  'tests/cloudfunctions/scheduler/counting/privacy',
  'tests/cloudfunctions/scheduler/counting/poisoned-ruling',
  'tests/cloudfunctions/organiser/team/access',
  'tests/cloudfunctions/scheduler/counting/sequencing',
  'tests/scripts/recount/command',
  'tests/cloudfunctions/scheduler/counting/releasing',
  'tests/cloudfunctions/organiser/imports/imports',
];

const root = path.resolve(__dirname, '../../..');

/** The place in the list of the slowest; behind all of them where it is none. */
function placeOf(test) {
  const file = path.relative(root, test.path).split(path.sep).join('/');
  const at = slowest.findIndex((name) => file.startsWith(name));
  return at < 0 ? slowest.length : at;
}

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
};
module.exports.slowest = slowest;
