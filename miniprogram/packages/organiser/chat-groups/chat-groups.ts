import { together } from '../../../services/cloud';
import { loadedPage } from '../../../loading/loaded-page';
import { groupCloudId, shareWithTicket } from '../../../phone/arrival';
import type { Answer } from '../../../services/cloud';
import { goHome } from '../../../routes';
import { shareCard } from '../../../phone/sharing';
import { askToConfirm, tellDone, tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { loadPoll, type EditedPoll } from '../services/polls';
import { chatGroupsPath } from '../routes';
import { bindGroup, listGroups, unbindGroup, type ChatGroups } from '../services/spread';
import { groupWords } from '../text/spread';
import { chatGroupsView, type ChatGroupsView } from './chat-groups.view';

Page({
  ...loadedPage({ isKept: false }),

  data: { view: { kind: 'loading' } as ChatGroupsView, words: groupWords, name: '', error: '', isBusy: false },

  pollId: '',

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    shareWithTicket();
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { view } = this.data;
    const title = view.kind === 'ready' ? view.title : '';
    const card = { title, second: groupWords.toGroups, number: 0 };
    return shareCard({ title: groupWords.card(title), path: chatGroupsPath(this.pollId), card, picture: '' });
  },

  fetch() {
    const cloudId = groupCloudId().then((data) => ({ ok: true as const, data, now: serverNow() }));
    return together(loadPoll(this.pollId), listGroups(this.pollId), cloudId);
  },

  show([{ poll }, { groups }, cloudId]: [{ poll: EditedPoll }, { groups: ChatGroups }, string | null]) {
    this.setData({ view: chatGroupsView(poll, groups, cloudId !== null) });
  },

  write({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ name: detail.value, error: '' });
  },

  async bind() {
    const name = this.data.name.trim();
    if (name === '') {
      this.setData({ error: groupWords.unnamed });
      return;
    }
    this.setData({ isBusy: true });
    // A word of WeChat's holds for five minutes: it is asked for when it is used.
    const cloudId = await groupCloudId();
    if (cloudId !== null && (await this.settle(await bindGroup(this.pollId, cloudId, name))))
      tellDone(groupWords.bound);
    this.setData({ isBusy: false });
  },

  async unbind({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string; name: string }>) {
    const { id, name } = currentTarget.dataset;
    if (!(await askToConfirm(groupWords.unbindTitle(name), groupWords.unbindDetail, groupWords.unbind))) return;
    await this.settle(await unbindGroup(this.pollId, id));
  },

  async settle(answer: Answer<{ groups: ChatGroups }>): Promise<boolean> {
    if (!answer.ok) await tellFailure(answer.error);
    else if (this.data.view.kind === 'ready') this.setData({ 'view.groups': answer.data.groups });
    return answer.ok;
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else void this.load();
  },
});
