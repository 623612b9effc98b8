import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { pagedPage } from '../../../loading/paged-page';
import { showPictures } from '../../../phone/album';
import { tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { openAfterAct, openHearing } from '../routes';
import { acceptObjection, type TeamObjection } from '../services/outcome';
import { objectionWords } from '../text/after';
import { loadObjections, type LoadedObjections } from './load-objections';
import { objectionsView, type ObjectionsView } from './objections.view';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
type Picture = WechatMiniprogram.TouchEvent<object, object, { id: string; url: string }>;
type Choice = WechatMiniprogram.TouchEvent<object, object, { id: string; accepts: boolean }>;

Page({
  ...loadedPage(),
  ...ofPoll,
  ...pagedPage,

  data: {
    view: { kind: 'loading' } as ObjectionsView,
    words: objectionWords,
    /** The one that is being taken up, or not. */
    deciding: null as { id: string; accepts: boolean; action: string } | null,
    isBusy: false,
  },

  objections: [] as TeamObjection[],

  fetch(cursor?: string) {
    return loadObjections(this.pollId, cursor);
  },

  show({ objections, next, canHandle }: LoadedObjections, isMore = false) {
    this.objections = isMore ? [...this.objections, ...objections] : objections;
    this.cursor = next;
    setChanged(this, { view: objectionsView(this.objections, canHandle, serverNow()) });
  },

  decide({ currentTarget }: Choice) {
    const { id, accepts } = currentTarget.dataset;
    this.setData({ deciding: { id, accepts, action: accepts ? objectionWords.accept : objectionWords.decline } });
  },

  async settle({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { deciding } = this.data;
    if (deciding === null) return;
    this.setData({ isBusy: true });
    const answer = await acceptObjection(this.pollId, deciding.id, deciding.accepts, detail.reason);
    this.setData({ isBusy: false });
    if (answer.ok) this.close();
    else await tellFailure(answer.error);
    await this.load();
  },

  close() {
    this.setData({ deciding: null });
  },

  look({ currentTarget }: Picture) {
    const { id, url } = currentTarget.dataset;
    const { view } = this.data;
    const row = view.kind === 'ready' ? view.rows.find((each) => each.id === id) : undefined;
    showPictures(row?.pictures.map((each) => each.url) ?? [url], url);
  },

  hear({ currentTarget }: ById) {
    openHearing(this.pollId, currentTarget.dataset.id);
  },

  answer({ currentTarget }: ById) {
    openAfterAct(this.pollId, 'answerObjection', currentTarget.dataset.id);
  },
});
