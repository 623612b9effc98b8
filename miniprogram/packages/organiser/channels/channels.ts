import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { fileOnPhone, type Answer } from '../../../services/cloud';
import { codeOf } from '../../../services/spread';
import { saveToAlbum, showPictures } from '../../../phone/album';
import { copyText } from '../../../phone/clipboard';
import { openPoster } from '../../../routes';
import { askForLine, chooseOne, askToConfirm, tellFailure } from '../../../phone/dialogs';
import {
  addChannel,
  linkOf,
  loadChannels,
  removeChannel,
  renameChannel,
  type LoadedChannels,
} from '../services/spread';
import { channelWords } from '../text/spread';
import { channelsView, type ChannelRow, type ChannelsView } from './channels.view';

Page({
  ...loadedPage({ isKept: false, resumes: false }),
  ...ofPoll,

  data: { view: { kind: 'loading' } as ChannelsView, words: channelWords },

  fetch() {
    return loadChannels(this.pollId);
  },

  show({ poll, channels, counts }: LoadedChannels) {
    setChanged(this, { view: channelsView(poll, channels, counts) });
  },

  async add() {
    const name = await askForLine(channelWords.addTitle, channelWords.namePlaceholder);
    if (name !== undefined) await this.settle(await addChannel(this.pollId, name));
  },

  async open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const row = this.rowOf(currentTarget.dataset.id);
    if (!row || row.offers.length === 0) return;
    const offer = await chooseOne(row.offers.map((id) => ({ id, name: channelWords[id] })));
    if (offer === 'copyLink') await this.copyLink(row);
    else if (offer === 'poster') openPoster(this.pollId, { channel: row.id });
    else if (offer === 'showCode') await this.withCode(row, (file) => showPictures([file]));
    else if (offer === 'saveCode') await this.withCode(row, (file) => saveToAlbum(file, channelWords));
    else if (offer === 'rename') await this.rename(row);
    else if (offer === 'remove') await this.remove(row);
  },

  async copyLink({ id }: ChannelRow) {
    const answer = await linkOf(this.pollId, id);
    if (answer.ok) copyText(answer.data.url, channelWords.linkCopied);
    else await tellFailure(answer.error);
  },

  async withCode({ id }: ChannelRow, use: (file: string) => void | Promise<void>) {
    const answer = await codeOf({ pollId: this.pollId, channel: id });
    const file = answer.ok ? await fileOnPhone(answer.data.file) : undefined;
    if (!answer.ok) await tellFailure(answer.error);
    else if (typeof file === 'object') await use(file.temporary);
    else await tellFailure({ code: 'OFFLINE', message: 'the code did not come' });
  },

  async rename({ id, name }: ChannelRow) {
    const wanted = await askForLine(channelWords.addTitle, channelWords.namePlaceholder, { text: name });
    if (wanted !== undefined) await this.settle(await renameChannel(this.pollId, id, wanted));
  },

  async remove({ id, name }: ChannelRow) {
    if (!(await askToConfirm(channelWords.removeTitle(name), channelWords.removeDetail, channelWords.remove))) return;
    await this.settle(await removeChannel(this.pollId, id));
  },

  async settle(answer: Answer<unknown>) {
    if (!answer.ok) await tellFailure(answer.error);
    await this.load();
  },

  rowOf(wanted: string): ChannelRow | undefined {
    const { view } = this.data;
    return view.kind === 'ready' ? [...view.named, ...view.builtIn].find(({ id }) => id === wanted) : undefined;
  },
});
