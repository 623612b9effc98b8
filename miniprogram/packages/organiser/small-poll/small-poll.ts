import { loadedPage } from '../../../loading/loaded-page';
import { groupCloudId, shareWithTicket } from '../../../phone/arrival';
import { newRandomId } from '../../../phone/random-id';
import { readStored, store } from '../../../phone/storage';
import { together } from '../../../services/cloud';
import { serverNow } from '../../../stores/clock';
import { workFailureText, type Message } from '../../../text/errors';
import { keptName, keepName } from '../draft/kept-name';
import { openClaim, replaceByEditor } from '../routes';
import type { Me } from '../services/installation';
import { getMe, launchPoll } from '../services/polls';
import { smallPollWords } from '../text/small-poll';
import { creationRefused, workState } from '../work-state.view';
import { formTaps } from './form-taps';
import {
  emptyForm,
  formView,
  isForm,
  launchedView,
  refusedOption,
  wishOf,
  type SmallPollForm,
  type SmallPollView,
} from './small-poll.view';

const formKey = 'organiser/small-poll';

const loading = loadedPage({ stateOf: workState, resumes: false });

Page({
  ...loading,

  data: {
    view: { kind: 'loading' } as SmallPollView,
    words: smallPollWords,
    note: null as Message | null,
    focused: -1,
  },

  form: emptyForm(0, ''),
  isInGroup: false,
  isBusy: false,
  isRefused: false,
  /** Of this wish; what is written differently is another one. */
  requestId: '',

  onLoad() {
    this.form = readStored(formKey, isForm, emptyForm(serverNow(), keptName()));
    this.requestId = newRandomId();
    shareWithTicket();
  },

  fetch() {
    const cloudId = groupCloudId().then((data) => ({ ok: true as const, data, now: serverNow() }));
    return together(getMe(), cloudId);
  },

  show([me, cloudId]: [Me, string | null]) {
    this.isInGroup = cloudId !== null;
    this.isRefused = !me.mayCreate && me.creation === 'approved';
    if (this.isRefused) this.setData({ view: creationRefused(serverNow()) });
    else this.showForm();
  },

  showForm() {
    this.setData({ view: formView(this.form, this.isInGroup, this.isBusy, serverNow()) });
  },

  change(change: Partial<SmallPollForm>) {
    this.form = { ...this.form, ...change };
    this.requestId = newRandomId();
    store(formKey, this.form);
    this.setData({ note: null });
    this.showForm();
  },

  ...formTaps,

  launch() {
    return this.send();
  },

  more() {
    return this.send({ isDraft: true });
  },

  async send(how: { isDraft?: true } = {}) {
    const wish = wishOf(this.form, serverNow());
    if (wish === null || this.isBusy) return;
    this.isBusy = true;
    this.showForm();
    keepName(wish.organiser);
    // A word of WeChat's holds for five minutes: it is asked for when it is used.
    const cloudId = this.isInGroup && this.form.isForGroup ? await groupCloudId() : null;
    const group = cloudId === null ? {} : { group: { cloudId, name: smallPollWords.groupName } };
    const answer = await launchPoll({ requestId: this.requestId, ...wish, ...group, ...how });
    this.isBusy = false;
    if (!answer.ok) {
      const { details } = answer.error;
      const at = refusedOption(this.form, details && 'field' in details ? details.field : undefined);
      const note = workFailureText(answer.error, serverNow());
      this.setData({
        note: at === undefined ? note : { ...note, title: `${smallPollWords.option(at + 1)}：${note.title}` },
      });
      this.showForm();
      return;
    }
    store(formKey, null);
    if (answer.data.status === 'draft') replaceByEditor(answer.data.pollId);
    else this.setData({ view: launchedView(answer.data, cloudId !== null, serverNow()) });
  },

  tapState() {
    if (this.isRefused) openClaim();
    else loading.tapState.call(this);
  },
});
