import { done, refuse, type Answered } from '../../contract/answered';
import { candidatesSheet } from '../../domain/exports/candidates-sheet';
import { participationSheets } from '../../domain/exports/participation-sheets';
import { resultRows, resultsSheets } from '../../domain/exports/results-sheet';
import { importTemplate } from '../../domain/exports/template';
import type { SheetContent } from '../../domain/exports/workbook';
import { byChannel, byHour } from '../../domain/exports/activity';
import { hostNames, textsOf } from '../../universal/poll-fields';
import { dayOf } from '../../universal/day';
import { temporaryUrls } from '../../platform/file-links';
import { writeWorkbook } from '../../spreadsheet/write-workbook';
import type { TeamPoll } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { putSheet } from '../files/passing-files';
import { loadActivities } from './dashboard';
import { loadCandidates } from '../editing/describe-candidate';
import { loadTeamPoll } from '../editing/edit-conflict';
import { loadReleased } from './released';
import { personOf, type Answer, type Input, type Member } from '../team/member';

const names = {
  template: '候选名单模板',
  candidates: '候选名单',
  participation: '参与情况',
  results: '评选结果',
} as const;

/** Writes a workbook and puts it up for a day under a name that nobody can guess. */
export async function makeExport(
  { pollId, kind }: Input<'export.make'>,
  member: Member,
  now: number,
): Answer<'export.make'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const sheets = await sheetsOf(kind, loaded.poll, now);
  if (!sheets.ok) return sheets;
  const content = await writeWorkbook(sheets.data);
  const file = await putSheet(pollId, 'xlsx', content, now);
  const url = (await temporaryUrls([file])).get(file);
  if (url === undefined) throw new Error('the file that was just written has no address');
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'export.make', details: { kind } });
  const title = loaded.poll.title.replace(/[\\/:*?"<>|\s]+/g, '') || pollId;
  return done({ file, url, name: `${names[kind]}-${title}-${dayOf(now)}.xlsx`, bytes: content.length });
}

async function sheetsOf(
  kind: Input<'export.make'>['kind'],
  poll: TeamPoll,
  now: number,
): Promise<Answered<SheetContent[], 'COUNTS_HIDDEN'>> {
  const groups = new Map((poll.rules.groups ?? []).map(({ id, name }) => [id, name]));
  switch (kind) {
    case 'template':
      return done(importTemplate([...groups.values()], poll.criteria));
    case 'candidates':
      return done([await candidateList(poll, groups)]);
    case 'participation':
      return done(await participation(poll));
    case 'results':
      return results(poll, groups, now);
  }
}

async function candidateList(poll: TeamPoll, groups: ReadonlyMap<string, string>): Promise<SheetContent> {
  const candidates = await loadCandidates(poll);
  const rows = candidates.map(({ number, name, group, unit, sentence, detail = '', criteria, standing }) => {
    const groupName = group === undefined ? undefined : groups.get(group);
    return {
      number,
      name,
      unit,
      sentence,
      detail,
      criteria,
      withdrawn: standing?.state === 'withdrawn',
      ...(groupName === undefined ? {} : { group: groupName }),
    };
  });
  return candidatesSheet(rows, { hasGroups: groups.size > 0, criteria: poll.criteria });
}

async function participation(poll: TeamPoll): Promise<SheetContent[]> {
  const { asOf, ballots, visits, names: channelNames, turnout = [] } = await loadActivities(poll);
  const visitsAt = new Map(byHour(visits).map(({ at, count }) => [at, count]));
  const ballotsAt = new Map(byHour(ballots).map(({ at, count }) => [at, count]));
  const hours = [...new Set([...ballotsAt.keys(), ...visitsAt.keys()])].sort((a, b) => a - b);
  const visitsBy = new Map(byChannel(visits).map(({ channel, count }) => [channel, count]));
  const ballotsBy = new Map(byChannel(ballots).map(({ channel, count }) => [channel, count]));
  const channels = [...new Set([...ballotsBy.keys(), ...visitsBy.keys()])];
  return participationSheets(
    hours.map((hourAt) => ({ hourAt, ballots: ballotsAt.get(hourAt) ?? 0, visits: visitsAt.get(hourAt) ?? 0 })),
    channels.map((channel) => ({
      channel: channelNames.get(channel) ?? channel,
      ballots: ballotsBy.get(channel) ?? 0,
      visits: visitsBy.get(channel) ?? 0,
    })),
    turnout,
    { title: poll.title, asOf },
  );
}

/** Nobody gets results that are not released to everyone. */
async function results(
  poll: TeamPoll,
  groups: ReadonlyMap<string, string>,
  now: number,
): Promise<Answered<SheetContent[], 'COUNTS_HIDDEN'>> {
  const candidates = await loadCandidates(poll);
  const released = await loadReleased(poll, candidates, now);
  if (released.hidden) {
    return refuse('COUNTS_HIDDEN', 'the counts are not released yet', { nextAt: released.nextAt });
  }
  const { ranking, ballots, asOf, isFinal, lot } = released;
  const rows = resultRows(ranking, groups, lot);
  return done(
    resultsSheets(rows, {
      title: poll.title,
      ...textsOf(poll, hostNames),
      ballots,
      asOf,
      isFinal,
      ...(lot?.draw === undefined ? {} : { draw: lot.draw }),
    }),
  );
}
