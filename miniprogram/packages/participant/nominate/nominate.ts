import { formTaps } from './form-taps';
import { together } from '../../../services/cloud';
import { loadedPage } from '../../../loading/loaded-page';
import type { WantedReminders } from '../../../components/reminder/reminder.view';
import { nominatePath } from '../../../routes';
import { tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { getForm, myNominations, type MyNominations, type NominationForm } from '../services/nominations';
import { newRandomId } from '../../../phone/random-id';
import { nominateWords } from '../text/nominate';
import { nominateView, type NominateView } from './nominate.view';
import { emptyDraft, missingOf, mostPictures, type NominationDraft } from './nomination-draft';
import { sendNomination, tellPictureLost } from './send-nomination';

type ById<Id extends string> = WechatMiniprogram.TouchEvent<object, object, { id: Id }>;

Page({
  ...loadedPage({ resumes: false }),
  ...formTaps,

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

  onLoad({ id = '', part = '' }: { id?: string; part?: string }) {
    this.pollId = id;
    this.setData({ reminders: { pollId: id, kinds: ['verdict'], asOf: '' } });
    this.startOver(part === 'mine' ? 'mine' : 'form');
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { view } = this.data;
    return { title: nominateWords.share(view.kind === 'ready' ? view.title : ''), path: nominatePath(this.pollId) };
  },

  fetch() {
    return together(getForm(this.pollId), myNominations(this.pollId));
  },

  show([form, { nominations }]: [NominationForm, MyNominations]) {
    this.setData({ view: nominateView(form, nominations, serverNow()) });
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

  chooseGroup({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { view } = this.data;
    const group = view.kind === 'ready' ? view.groups[Number(detail.value)] : undefined;
    if (!group) return;
    this.setData({ groupName: group.name });
    this.fill({ group: group.id });
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
});
