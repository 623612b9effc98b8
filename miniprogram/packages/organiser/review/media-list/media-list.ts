import { setChanged } from '../../../../loading/set-changed';
import { loadedPage } from '../../../../loading/loaded-page';
import { showPictures } from '../../../../phone/album';
import { tellDone, tellFailure } from '../../../../phone/dialogs';
import { serverNow } from '../../../../stores/clock';
import { openAttachment } from '../../../../services/attachments';
import { decideMedium, listMedia, type MediaQueue } from '../../services/review';
import { reviewWords } from '../../text/review';
import { mediaView, type MediaView } from './media-list.view';

type ByFile = WechatMiniprogram.TouchEvent<object, object, { file: string }>;

/** What is to be refused, by its name. */
interface Refusal {
  file: string;
  title: string;
}

/** Pictures and videos that nobody may see yet, with a reviewer's decision. */
Component({
  properties: {
    poll: { type: String, value: '' },
    /** What the caller's role may call. */
    may: { type: Array, value: [] as string[] },
  },
  data: { view: { kind: 'loading' } as MediaView, words: reviewWords, refusing: null as Refusal | null, busy: '' },
  lifetimes: {
    attached() {
      void this.load();
    },
  },
  methods: {
    ...loadedPage({ isKept: false }),
    fetch() {
      return listMedia(this.data.poll);
    },
    show(queue: MediaQueue) {
      setChanged(this, { view: mediaView(queue, this.data.may, serverNow()) });
    },
    async pass({ currentTarget }: ByFile) {
      await this.decide(currentTarget.dataset.file, true);
    },
    async refuse({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { refusing } = this.data;
      if (refusing) await this.decide(refusing.file, false, detail.reason);
    },
    async decide(file: string, isPassed: boolean, reason?: string) {
      if (this.data.busy) return;
      this.setData({ busy: file });
      const answer = await decideMedium(this.data.poll, file, isPassed, reason);
      this.setData({ busy: '' });
      if (answer.ok) {
        this.close();
        tellDone(isPassed ? reviewWords.passed : reviewWords.refused);
      } else await tellFailure(answer.error);
      await this.load();
    },
    openRefusal({ currentTarget }: ByFile) {
      const { file } = currentTarget.dataset;
      const { view } = this.data;
      const row = view.kind === 'ready' ? view.rows.find((each) => each.file === file) : undefined;
      if (row) this.setData({ refusing: { file, title: reviewWords.refuseTitle(row.title) } });
    },
    close() {
      this.setData({ refusing: null });
    },
    async open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { file: string; name: string }>) {
      await openAttachment(currentTarget.dataset);
    },
    look({ currentTarget }: ByFile) {
      showPictures([currentTarget.dataset.file]);
    },
  },
});
