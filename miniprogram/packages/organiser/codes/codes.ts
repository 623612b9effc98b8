import { setChanged } from '../../../loading/set-changed';
import { together } from '../../../services/cloud';
import { loadedPage } from '../../../loading/loaded-page';
import { openPoster } from '../../../routes';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { canSendFiles, openDocument, sendFile } from '../../../phone/documents';
import { loadPoll, type EditedPoll } from '../services/polls';
import { makePart, type PrintedPart } from '../services/spread';
import { listChannels, type Channel } from '../services/spread';
import { listTeamCandidates, type TeamCandidate } from '../services/candidates';
import { codeWords } from '../text/codes';
import { workState } from '../work-state.view';
import { codesView, printView, type CodesView } from './codes.view';

type Picked = WechatMiniprogram.PickerChange;
type Row = WechatMiniprogram.TouchEvent<object, object, { at: number }>;

Page({
  ...loadedPage({ stateOf: workState, resumes: false }),

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
  },

  onUnload() {
    this.isGone = true;
  },

  fetch() {
    const { pollId } = this;
    return together(loadPoll(pollId), listChannels(pollId), listTeamCandidates(pollId));
  },

  show([{ poll }, { channels }, candidates]: [{ poll: EditedPoll }, { channels: Channel[] }, TeamCandidate[]]) {
    setChanged(this, { view: codesView(poll, channels, candidates) });
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
});
