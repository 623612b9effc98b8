import { goHome } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { readStored, store } from '../../../phone/storage';
import { workFailureText } from '../../../text/errors';
import { createPoll, getMe, listTemplates, type TemplateId } from '../services/polls';
import { newRandomId } from '../../../phone/random-id';
import { openClaim, replaceByEditor } from '../routes';
import { createWords } from '../text/create';
import { workState } from '../work-failure';
import { createView, startButton, type CreateView } from './create.view';

// Phones hold what was kept under this spelling.
const nameKey = 'organizer/my-name';
const isText = (stored: unknown): stored is string => typeof stored === 'string';

Page({
  data: {
    view: { kind: 'loading' } as CreateView,
    words: createWords,
    chosen: '' as TemplateId | '',
    myName: '',
    button: startButton('', '', false),
    note: null as { title: string; detail: string; tone: string } | null,
  },

  /** Of the wish that is being made; another choice is another wish. */
  requestId: newRandomId(),
  isRefused: false,

  onLoad() {
    this.requestId = newRandomId();
    this.setData({ myName: readStored(nameKey, isText, '') });
    void this.load();
  },

  async load() {
    const [me, templates] = await Promise.all([getMe(), listTemplates()]);
    const now = serverNow();
    this.isRefused = me.ok && !me.data.mayCreate && me.data.creation === 'approved';
    if (!me.ok) this.setData({ view: workState(me.error, now) });
    else if (!templates.ok) this.setData({ view: workState(templates.error, now) });
    else if (this.isRefused) {
      const refusal = workState({ code: 'CREATION_NOT_ALLOWED', message: '' }, now);
      this.setData({ view: { ...refusal, action: createWords.claim } });
    } else this.setData({ view: createView(templates.data.templates) });
  },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: TemplateId }>) {
    this.requestId = newRandomId();
    this.setData({ chosen: currentTarget.dataset.id, note: null });
    this.showButton(false);
  },

  write({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.requestId = newRandomId();
    this.setData({ myName: detail.value });
    this.showButton(false);
  },

  showButton(isBusy: boolean) {
    this.setData({ button: startButton(this.data.chosen, this.data.myName, isBusy) });
  },

  async start() {
    const { chosen, myName, button } = this.data;
    if (!button.isReady || chosen === '') return;
    this.showButton(true);
    store(nameKey, myName.trim());
    const answer = await createPoll({ requestId: this.requestId, template: chosen, myName: myName.trim() });
    if (answer.ok) {
      replaceByEditor(answer.data.poll.id);
      return;
    }
    this.setData({ note: workFailureText(answer.error, serverNow()) });
    this.showButton(false);
  },

  /** The button under a state: how one becomes an organiser, else home or once more. */
  async act() {
    if (this.isRefused) openClaim();
    else if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      await this.load();
    }
  },
});
