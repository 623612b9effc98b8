// A poll as its team edits it, for tests of the organisers' pages.
import type { ListedCandidate, EditedCandidate } from '../../../../miniprogram/packages/organiser/services/candidates';
import type { EditedPoll } from '../../../../miniprogram/packages/organiser/services/polls';
import { now, votingEndAt } from '../../samples';

const minute = 60_000;
export const day = 24 * 60 * minute;

export const zhao = { memberId: 'm1', name: '赵敏', role: 'owner' } as const;
export const qian = { memberId: 'm2', name: '钱进', role: 'editor' } as const;

export function editedPoll(shape: Partial<EditedPoll> = {}): EditedPoll {
  return {
    id: 'p1',
    version: 3,
    listVersion: 5,
    status: 'draft',
    stage: 'preparing',
    template: 'services',
    title: '2026年度十佳为民服务实事',
    organiser: '云川市人民政府办公室',
    implementers: '',
    coOrganisers: '',
    summary: '请您评。',
    purpose: '',
    approval: '',
    hotline: '',
    objectionChannel: '',
    cover: null,
    attachments: [],
    stages: { voting: now + day, verifying: votingEndAt, notice: votingEndAt + day },
    opensAtOnce: false,
    rules: { period: 'daily', ballotsPerPeriod: 1, choices: { min: 3, max: 10 } },
    countPolicy: { kind: 'daily', at: '18:00' },
    result: { seats: 10, decimals: 1, votes: { weight: 1, by: 'ballots' }, ties: [] },
    voidReasons: ['用程序投票'],
    latestEnd: null,
    criteria: ['innovation', 'effectiveness'],
    secondPerson: false,
    isForGroups: false,
    measure: '件',
    kind: 'award',
    nomination: { isOpen: false, perPerson: 3, guide: '' },
    candidateCount: 20,
    createdAt: now - day,
    edited: { ...zhao, at: now - minute },
    listing: { state: 'unlisted' },
    changes: [],
    me: zhao,
    may: ['poll.save', 'nomination.list', 'act.list', 'dashboard.get', 'listing.request'],
    changeable: [],
    ...shape,
  };
}

export function editedCandidate(shape: Partial<EditedCandidate> = {}): EditedCandidate {
  return {
    id: 'c1',
    number: 1,
    version: 2,
    name: '社区食堂',
    group: null,
    unit: '市民政局',
    sentence: '',
    detail: '',
    facts: [],
    criteria: [],
    pictures: [],
    video: null,
    edited: { ...zhao, at: now - minute },
    ...shape,
  };
}

/** Candidates c1 … cN, numbered from 1. */
export function listedCandidates(count: number, shape: Partial<ListedCandidate> = {}): ListedCandidate[] {
  return Array.from({ length: count }, (_, at) => {
    const { facts: _facts, criteria: _criteria, edited: _edited, detail: _detail, ...listed } = editedCandidate();
    return { ...listed, id: `c${at + 1}`, number: at + 1, name: `项目${at + 1}`, ...shape };
  });
}
