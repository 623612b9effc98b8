import { endPullDown } from '../../../phone/page';
import type { WantedReminders } from '../../../components/reminder/reminder.view';
import { failureState } from '../../../components/page-state/failure-state';
import { newestOnly } from '../../../loading/newest';
import { goHome, nominatePath } from '../../../routes';
import { tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { getForm, myNominations, type Criterion } from '../services/nominations';
import { choosePictures } from '../../../phone/pictures';
import { newRandomId } from '../../../phone/random-id';
import { nominateWords } from '../text/nominate';
import { nominateView, type NominateView } from './nominate.view';
import { emptyDraft, missingOf, mostPictures, type NominationDraft } from './nomination-draft';
import { sendNomination, tellPictureLost } from './send-nomination';

type ById<Id extends string> = WechatMiniprogram.TouchEvent<object, object, { id: Id }>;
type TextField = 'proposerName' | 'name' | 'unit' | 'sentence';
type Typed<Data extends object> = WechatMiniprogram.CustomEvent<{ value: string }, object, Data>;

Page({
  data: {
    view: { kind: 'loading' } as NominateView,
    words: nominateWords,
    part: 'form' as 'form' | 'mine' | 'sent',
    draft: emptyDraft,
    /** The chosen group's name. */
    groupName: '',
    mostPictures,
    missing: '',
    progress: '',
    reminders: null as WantedReminders | null,
  },

  pollId: '',
  requestId: '',
  uploaded: new Map<string, string>(),
  newest: newestOnly(),

  onLoad({ id = '', part = '' }: { id?: string; part?: string }) {
    this.pollId = id;
    this.newest = newestOnly();
    this.setData({ reminders: { pollId: id, kinds: ['verdict'] } });
    this.startOver(part === 'mine' ? 'mine' : 'form');
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    endPullDown();
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { view } = this.data;
    return { title: nominateWords.share(view.kind === 'ready' ? view.title : ''), path: nominatePath(this.pollId) };
  },

  async load() {
    const answers = await this.newest(Promise.all([getForm(this.pollId), myNominations(this.pollId)]));
    if (answers === undefined) return;
    const [form, mine] = answers;
    if (form.ok && mine.ok) {
      this.setData({ view: nominateView(form.data, mine.data.nominations, serverNow()) });
    } else if (this.data.view.kind !== 'ready') {
      const failure = form.ok ? mine : form;
      if (!failure.ok) this.setData({ view: failureState(failure.error, serverNow()) });
    }
  },

  startOver(part: 'form' | 'mine') {
    this.requestId = newRandomId();
    this.uploaded = new Map();
    this.setData({ part, draft: emptyDraft, groupName: '', missing: '', progress: '' });
  },

  fill(change: Partial<NominationDraft>) {
    this.setData({ draft: { ...this.data.draft, ...change }, missing: '' });
  },

  choosePart({ currentTarget }: ById<'form' | 'mine'>) {
    this.setData({ part: currentTarget.dataset.id });
  },

  chooseProposer({ currentTarget }: ById<'resident' | 'organisation'>) {
    this.fill({ proposerKind: currentTarget.dataset.id });
  },

  chooseGroup({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { view } = this.data;
    const group = view.kind === 'ready' ? view.groups[Number(detail.value)] : undefined;
    if (!group) return;
    this.setData({ groupName: group.name });
    this.fill({ group: group.id });
  },

  type({ detail, currentTarget }: Typed<{ field: TextField }>) {
    this.fill({ [currentTarget.dataset.field]: detail.value });
  },

  typeCriterion({ detail, currentTarget }: Typed<{ id: Criterion }>) {
    this.fill({ criteria: { ...this.data.draft.criteria, [currentTarget.dataset.id]: detail.value } });
  },

  async addPictures() {
    const { pictures } = this.data.draft;
    const added = await choosePictures(mostPictures - pictures.length);
    this.fill({ pictures: [...pictures, ...added.map(({ path }) => path)].slice(0, mostPictures) });
  },

  removePicture({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
    this.fill({ pictures: this.data.draft.pictures.filter((_, at) => at !== currentTarget.dataset.at) });
  },

  async submit() {
    const { draft, view, progress } = this.data;
    if (view.kind !== 'ready' || progress !== '') return;
    const missing = missingOf(draft);
    if (missing !== undefined) {
      this.setData({ missing });
      return;
    }
    this.setData({ progress: nominateWords.sending });
    const sending = {
      requestId: this.requestId,
      draft,
      criteria: view.criteria.map(({ id }) => id),
      uploaded: this.uploaded,
    };
    const sent = await sendNomination(this.pollId, sending, (at) => {
      this.setData({ progress: nominateWords.sendingPicture(at, draft.pictures.length) });
    });
    this.setData({ progress: '' });
    if (sent.ok) this.setData({ part: 'sent' });
    else if ('failure' in sent) await tellFailure(sent.failure);
    else await tellPictureLost();
    await this.load();
  },

  another() {
    this.startOver('form');
  },

  showMine() {
    this.startOver('mine');
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    }
  },
});
