import { copiedContent } from '../../../../../cloudfunctions/shared/domain/editing/copied-content';
import { needsOf } from '../../../../../cloudfunctions/shared/domain/editing/kinds';
import { contentOf, templates } from '../../../../../cloudfunctions/shared/domain/editing/templates';
import { stageOutOfOrder } from '../../../../../cloudfunctions/shared/domain/editing/times';
import { builtInCalendar } from '../../../../../cloudfunctions/shared/universal/calendar-years';
import { pollTextNames, pollTexts, type PollContent } from '../../../../../cloudfunctions/shared/universal/poll-fields';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const week = 7 * day;
const then = Date.parse('2026-03-02T10:00:00+08:00');

const written = Object.fromEntries(pollTextNames.map((name) => [name, `写好的 ${name}`]));

describe.each(templates)('$id', (template) => {
  const content: PollContent = { ...contentOf(template, builtInCalendar, then), ...written };
  const { kind } = template;

  it.each([0, 3, 45, 200, 306])('copied after %d days begins in the future and in order', (days) => {
    const now = then + days * day;
    const { stages, opensAtOnce } = copiedContent(content, kind, builtInCalendar, now);
    expect(stageOutOfOrder(stages)).toBeNull();
    expect(Object.keys(stages).sort()).toEqual(Object.keys(content.stages).sort());
    expect(stages.verifying).toBeGreaterThanOrEqual(now + hour);
    if (!opensAtOnce) expect(Math.min(...Object.values(stages))).toBeGreaterThanOrEqual(now + day);
    expect((stages.verifying - content.stages.verifying) % week).toBe(0);
    // No week later than it has to be.
    const first = opensAtOnce ? stages.verifying : Math.min(...Object.values(stages));
    expect(first - now).toBeLessThan(Math.max(week + day, first - then));
  });

  it('has every text but what is true of the one poll alone', () => {
    const copied = copiedContent(content, kind, builtInCalendar, then + 60 * day);
    const ofOnePoll = pollTextNames.filter((name) => copied[name] === '');
    expect(ofOnePoll).toEqual(['approval']);
    for (const name of pollTextNames) if (!pollTexts[name].isOfOnePoll) expect(copied[name]).toBe(content[name]);
  });

  it('takes no nominations until its team opens them', () => {
    const open = { ...content, nomination: { ...content.nomination, isOpen: true } };
    expect(copiedContent(open, kind, builtInCalendar, then).nomination).toEqual({
      ...content.nomination,
      isOpen: false,
    });
  });

  it('gives a public notice as long as it needs in the weeks it comes to lie in', () => {
    // Over the seven days of National Day there are no working days.
    const { stages } = copiedContent(content, kind, builtInCalendar, Date.parse('2026-09-01T10:00:00+08:00'));
    const { noticeDays } = needsOf[kind];
    if (noticeDays === 0 || stages.notice === undefined || stages.awarded === undefined) return;
    expect(stages.awarded).toBeGreaterThanOrEqual(builtInCalendar.noticeEnd(stages.notice, noticeDays).until);
  });
});

test('a lot names another draw, and an announced latest end moves with the end', () => {
  const [template] = templates;
  if (!template) throw new Error('there are templates');
  const made = contentOf(template, builtInCalendar, then);
  const content: PollContent = {
    ...made,
    latestEnd: made.stages.verifying + 2 * day,
    result: {
      ...made.result,
      ties: [{ by: 'lot', draw: '福彩3D 第2026100期', at: made.stages.verifying + day, digits: 3 }],
    },
  };
  const copied = copiedContent(content, template.kind, builtInCalendar, then + 90 * day);
  expect(copied.result.ties).toEqual([{ by: 'lot', draw: '' }]);
  expect((copied.latestEnd ?? 0) - copied.stages.verifying).toBe(2 * day);
});
