import { tellFailure } from '../../../services/tell';
import { serverNow } from '../../../stores/clock';
import { workFailureText } from '../../../text/errors';
import type { Failure } from '../../../services/cloud';
import { importCandidates, listCandidates } from '../services/candidates';
import { chooseSheet, type PhoneFile } from '../services/pictures';
import { goBack } from '../services/routes';
import { openExport } from '../services/sheets';
import { importWords } from '../text/import';
import { reportView, type ReportView } from './import.view';

Page({
  data: {
    /** What is being done, '' for nothing. */
    busy: '',
    fileName: '',
    report: null as ReportView | null,
    /** How many were added, once they are. */
    added: '',
    note: null as { tone: string; title: string; detail: string } | null,
    words: importWords,
  },

  pollId: '',
  /** The file that was checked, and the list that it was checked against. */
  checked: undefined as { sheet: PhoneFile; listVersion: number } | undefined,

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
  },

  async choose() {
    if (this.data.busy !== '') return;
    const sheet = await chooseSheet();
    if (!sheet) return;
    this.setData({ fileName: sheet.name, report: null, note: null });
    await this.check(sheet);
  },

  /** Nothing is written yet: the cloud reads the file and says what it would do. */
  async check(sheet: PhoneFile) {
    this.setData({ busy: importWords.uploading(0) });
    const list = await listCandidates(this.pollId);
    if (!list.ok) return this.fail(list.error);
    const { listVersion } = list.data;
    const answer = await importCandidates({ pollId: this.pollId, sheet, listVersion, isTrial: true }, (percent) => {
      this.setData({ busy: percent < 100 ? importWords.uploading(percent) : importWords.checking });
    });
    if (!answer.ok) return this.fail(answer.error);
    this.checked = { sheet, listVersion };
    this.setData({ busy: '', report: reportView(answer.data) });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  async confirm() {
    const { checked } = this;
    if (!checked || this.data.busy !== '') return;
    this.setData({ busy: importWords.importing, note: null });
    const answer = await importCandidates({ pollId: this.pollId, ...checked, isTrial: false }, () => undefined);
    if (!answer.ok) {
      // The list is another one now: the file is checked against that before anybody confirms again.
      if (answer.error.code === 'EDIT_CONFLICT') await this.check(checked.sheet);
      return this.fail(answer.error);
    }
    const { added } = answer.data;
    this.setData({ busy: '', report: added > 0 ? null : reportView(answer.data) });
    if (added > 0) this.setData({ added: importWords.done(added) });
  },

  fail(failure: Failure) {
    this.setData({ busy: '', note: workFailureText(failure, serverNow()) });
  },

  async template() {
    void wx.showLoading({ title: importWords.preparing });
    const failure = await openExport(this.pollId, 'template');
    void wx.hideLoading();
    if (failure) await tellFailure(failure);
  },

  leave: goBack,
});
