import { showPictures } from '../../../../phone/album';
import { failureState } from '../../../../components/page-state/failure-state';
import { newestOnly } from '../../../../loading/newest';
import { goHome } from '../../../../routes';
import { tellDone, tellFailure } from '../../../../phone/dialogs';
import { serverNow } from '../../../../stores/clock';
import { decideMedium, listMedia } from '../../services/review';
import { reviewWords } from '../../text/review';
import { mediaView, type MediaView } from './media-list.view';

type ByFile = WechatMiniprogram.TouchEvent<object, object, { file: string }>;

/** What is to be refused, by its name. */
interface Refusal {
  file: string;
  title: string;
}

const newest = newestOnly();

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
    async load() {
      const answer = await newest(listMedia(this.data.poll));
      if (answer === undefined) return;
      const now = serverNow();
      this.setData({ view: answer.ok ? mediaView(answer.data, this.data.may, now) : failureState(answer.error, now) });
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
    look({ currentTarget }: ByFile) {
      showPictures([currentTarget.dataset.file]);
    },
    act() {
      if (this.data.view.kind === 'empty') goHome();
      else void this.load();
    },
  },
});
