import { together } from '../../../services/cloud';
import { loadedPage } from '../../../loading/loaded-page';
import { goHome } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { workFailureText } from '../../../text/errors';
import { createPoll, getMe, listTemplates, type TemplateId, type Templates } from '../services/polls';
import { newRandomId } from '../../../phone/random-id';
import { keepName, keptName } from '../draft/kept-name';
import { openClaim, replaceByEditor, replaceBySmallPoll } from '../routes';
import type { Me } from '../services/installation';
import { createWords } from '../text/create';
import { creationRefused, workState } from '../work-state.view';
import { createView, startButton, type CreateView } from './create.view';

Page({
  ...loadedPage({ stateOf: workState, resumes: false }),

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
    this.setData({ myName: keptName() });
  },

  fetch() {
    return together(getMe(), listTemplates());
  },

  show([me, { templates }]: [Me, { templates: Templates }]) {
    this.isRefused = !me.mayCreate && me.creation === 'approved';
    this.setData({ view: this.isRefused ? creationRefused(serverNow()) : createView(templates) });
  },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: TemplateId }>) {
    // A small poll is one screen, and has no steps to go through.
    if (currentTarget.dataset.id === 'small') {
      replaceBySmallPoll();
      return;
    }
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
    keepName(myName.trim());
    const answer = await createPoll({ requestId: this.requestId, template: chosen, myName: myName.trim() });
    if (answer.ok) {
      replaceByEditor(answer.data.poll.id);
      return;
    }
    this.setData({ note: workFailureText(answer.error, serverNow()) });
    this.showButton(false);
  },

  /** The button under a state: how one becomes an organiser, else home or once more. */
  async tapState() {
    if (this.isRefused) openClaim();
    else if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      await this.load();
    }
  },
});
