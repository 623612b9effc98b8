import { goHome, openPoster } from '../../../routes';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { canSendFiles, openDocument, sendFile } from '../../../phone/documents';
import { loadPoll } from '../services/polls';
import { makePart, type PrintedPart } from '../services/printed-codes';
import { listChannels } from '../services/spread';
import { listTeamCandidates } from '../services/team-candidates';
import { codeWords } from '../text/codes';
import { workState } from '../work-failure';
import { codesView, printView, type CodesView } from './codes.view';

type Picked = WechatMiniprogram.PickerChange;
type Row = WechatMiniprogram.TouchEvent<object, object, { at: number }>;

Page({
  data: {
    view: { kind: 'loading' } as CodesView,
    words: codeWords,
    /** Place in the list of channels. */
    at: 0,
    print: printView([], false),
    canSend: false,
  },

  pollId: '',
  made: [] as PrintedPart[],
  isGone: false,

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.setData({ canSend: canSendFiles() });
    void this.load();
  },

  onUnload() {
    this.isGone = true;
  },

  async load() {
    const { pollId } = this;
    const [poll, channels, candidates] = await Promise.all([
      loadPoll(pollId),
      listChannels(pollId),
      listTeamCandidates(pollId),
    ]);
    if (!poll.ok) this.setData({ view: workState(poll.error, serverNow()) });
    else if (!channels.ok) this.setData({ view: workState(channels.error, serverNow()) });
    else if (!candidates.ok) this.setData({ view: workState(candidates.error, serverNow()) });
    else this.setData({ view: codesView(poll.data.poll, channels.data.channels, candidates.data) });
  },

  /** What is made already is of the channel before. */
  chooseChannel({ detail }: Picked) {
    if (this.data.print.isBusy) return;
    this.made = [];
    this.setData({ at: Number(detail.value), print: printView([], false) });
  },

  channel(): string {
    const { view, at } = this.data;
    return view.kind === 'ready' ? (view.channels[at]?.id ?? '') : '';
  },

  pollPoster() {
    this.toPoster({});
  },

  candidatePoster({ detail }: Picked) {
    const { view } = this.data;
    const candidate = view.kind === 'ready' ? view.candidates[Number(detail.value)] : undefined;
    if (candidate) this.toPoster({ candidateId: candidate.id });
  },

  toPoster(wanted: { candidateId?: string }) {
    const channel = this.channel();
    openPoster(this.pollId, { ...wanted, ...(channel === '' ? {} : { channel }) });
  },

  /** Makes one part after another; after a failure it goes on with the part that failed. */
  async makeAll() {
    if (this.data.print.isBusy) return;
    const isDone = this.made.length > 0 && this.made.length >= (this.made[0]?.parts ?? 1);
    if (isDone) this.made = [];
    do {
      this.setData({ print: printView(this.made, true) });
      const part = await makePart(this.pollId, this.made.length, this.channel());
      if (this.isGone) return;
      if ('code' in part) {
        this.setData({ print: printView(this.made, false, part) });
        return;
      }
      this.made.push(part);
    } while (this.made.length < (this.made[0]?.parts ?? 1));
    this.setData({ print: printView(this.made, false) });
  },

  async openPart({ currentTarget }: Row) {
    const part = this.made[currentTarget.dataset.at];
    if (part && !(await openDocument(part.path, 'pdf')))
      await tellFailure({ code: 'NO_ANSWER', message: 'the document did not open' });
  },

  async sendPart({ currentTarget }: Row) {
    const part = this.made[currentTarget.dataset.at];
    if (part && !(await sendFile(part.path))) tellDone(codeWords.notShared);
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    }
  },
});
