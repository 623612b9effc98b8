import { stepsOf } from '../../../miniprogram/components/stage-timeline/stage-timeline.view';
import { renderComponent } from './rendered';

const stages = ['nominating', 'promoting', 'voting', 'verifying', 'archived'] as const;
const timeline = stages.map((stage, index) => ({ stage, startAt: index }));

test('stages before the present one are done, those after it are to come', () => {
  expect(stepsOf(timeline, 'voting')).toEqual([
    { name: '申报', ring: 'tick' },
    { name: '展示', ring: 'tick' },
    { name: '投票', ring: 'dot' },
    { name: '核验', ring: 'open' },
  ]);
});

test('before the first stage nothing is done', () => {
  expect(stepsOf(timeline, 'preparing').every(({ ring }) => ring === 'open')).toBe(true);
});

test('an archived poll has every stage done', () => {
  expect(stepsOf(timeline, 'archived').every(({ ring }) => ring === 'tick')).toBe(true);
});

test('a poll that ended by itself has every stage done', () => {
  expect(stepsOf(timeline.slice(2, 4), 'ended')).toEqual([
    { name: '投票', ring: 'tick' },
    { name: '核验', ring: 'tick' },
  ]);
});

test('the timeline says its stages to a screen reader in one sentence', () => {
  const component = renderComponent('stage-timeline', { timeline, stage: 'voting' });
  expect(component.data).toMatchObject({ spoken: '评选进度：申报已完成，展示已完成，投票进行中，核验未到' });
});
