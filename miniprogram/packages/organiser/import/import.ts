import { correctionTaps } from './correction-taps';
import { scrollPage } from '../../../phone/page';
import { serverNow } from '../../../stores/clock';
import { workFailureText } from '../../../text/errors';
import type { Failure } from '../../../services/cloud';
import { importCandidates, listCandidates, type Corrections, type ImportReport } from '../services/candidates';
import { chooseSheet, type PhoneFile } from '../../../phone/files';
import { goBack } from '../routes';
import { openWorkbook } from '../candidates/open-workbook';
import { importWords } from '../text/import';
import { isCorrected } from './corrections';
import { reportView, type ReportView } from './import.view';

interface Checked {
  sheet: PhoneFile;
  listVersion: number;
  corrections: Corrections;
  report: ImportReport;
}

Page({
  ...correctionTaps,

  data: {
    /** What is being done, '' for nothing. */
    busy: '',
    fileName: '',
    report: null as ReportView | null,
    isCorrected: false,
    /** How many were added, once they are. */
    added: '',
    note: null as { tone: string; title: string; detail: string } | null,
    words: importWords,
  },

  pollId: '',
  /** The file that was checked as it was corrected, the list that it was checked against, and what that showed. */
  checked: undefined as Checked | undefined,
  isWhole: false,

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
  },

  async choose() {
    if (this.data.busy !== '') return;
    const sheet = await chooseSheet();
    if (!sheet) return;
    this.checked = undefined;
    this.isWhole = false;
    this.setData({ fileName: sheet.name, report: null, note: null });
    await this.check(sheet, {});
    void scrollPage();
  },

  /** Nothing is written yet: the cloud reads the file and says what it would do. */
  async check(sheet: PhoneFile, corrections: Corrections) {
    this.setData({ busy: importWords.uploading(0) });
    const list = await listCandidates(this.pollId);
    if (!list.ok) return this.fail(list.error);
    const { listVersion } = list.data;
    const wish = { pollId: this.pollId, sheet, listVersion, isTrial: true, corrections };
    const answer = await importCandidates(wish, (percent) => {
      this.setData({ busy: percent < 100 ? importWords.uploading(percent) : importWords.checking });
    });
    if (!answer.ok) return this.fail(answer.error);
    this.checked = { sheet, listVersion, corrections, report: answer.data };
    this.setData({ busy: '', note: null, isCorrected: isCorrected(corrections) });
    this.show();
  },

  show() {
    if (this.checked) this.setData({ report: reportView(this.checked.report, this.isWhole) });
  },

  /** The clerk decides otherwise, and sees at once what comes of it. */
  async correct(change: (corrections: Corrections) => Corrections) {
    const { checked } = this;
    if (!checked || this.data.busy !== '') return;
    await this.check(checked.sheet, change(checked.corrections));
  },

  showAll() {
    this.isWhole = true;
    this.show();
  },

  async confirm() {
    const { checked } = this;
    if (!checked || this.data.busy !== '') return;
    this.setData({ busy: importWords.importing, note: null });
    const { report, ...rest } = checked;
    const wish = { pollId: this.pollId, ...rest, isTrial: false, trial: report.trial };
    const answer = await importCandidates(wish, () => undefined);
    if (!answer.ok) {
      // Something is another one now: the file is checked again before anybody confirms again.
      const isOther = ['EDIT_CONFLICT', 'CONTENT_REFUSED'].includes(answer.error.code);
      if (isOther) await this.check(checked.sheet, checked.corrections);
      return this.fail(answer.error);
    }
    const { added, measure } = answer.data;
    this.setData({ busy: '', report: added > 0 ? null : reportView(answer.data) });
    if (added > 0) this.setData({ added: importWords.done(added, measure) });
  },

  fail(failure: Failure) {
    this.setData({ busy: '', note: workFailureText(failure, serverNow()) });
  },

  async template() {
    await openWorkbook(this.pollId, 'template', importWords.preparing);
  },

  leave: goBack,
});
