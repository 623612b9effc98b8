import type { CertificateDesign } from '../../../../cloudfunctions/shared/universal/certificate-layout';
import { loadedPage } from '../../../loading/loaded-page';
import { openAwards, openVerify } from '../../../routes';
import type { Failure } from '../../../services/cloud';
import { getCertificate, type CertificateReply } from '../../../services/spread';
import { serverNow } from '../../../stores/clock';
import { makeCertificate } from '../drawing/make-certificate';
import { certificatePageWords } from '../text/certificate';
import { certificatePicture, designRows, noCertificate, type CertificatePicture } from './certificate.view';

const loading = loadedPage({ isKept: false, resumes: false });

Page({
  ...loading,

  data: {
    view: { kind: 'loading' } as CertificatePicture,
    words: certificatePageWords,
    designs: designRows,
    hints: [certificatePageWords.hint] as string[],
  },

  pollId: '',
  candidateId: '',
  design: 'upright' as CertificateDesign,
  reply: undefined as CertificateReply | undefined,

  onLoad({ poll = '', id = '' }: { poll?: string; id?: string }) {
    this.pollId = poll;
    this.candidateId = id;
  },

  fetch() {
    return getCertificate(this.pollId, this.candidateId);
  },

  fail(failure: Failure) {
    this.setData({ view: noCertificate(failure, serverNow()) });
  },

  async show(reply: CertificateReply) {
    this.reply = reply;
    await this.draw(reply);
  },

  async draw({ certificate, file }: CertificateReply) {
    const { design } = this;
    const made = await makeCertificate(certificate, design, file);
    // Another design may have been asked for meanwhile.
    if (design !== this.design) return;
    const name = certificate.letter.find(({ kind }) => kind === 'name')?.text ?? '';
    this.setData({ view: certificatePicture(made, design, name, serverNow()) });
  },

  async choose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: CertificateDesign }>) {
    const { id } = currentTarget.dataset;
    if (this.reply === undefined || id === this.design) return;
    this.design = id;
    await this.draw(this.reply);
  },

  check() {
    openVerify(this.pollId, this.candidateId);
  },

  tapState() {
    if (this.data.view.kind === 'empty') openAwards(this.pollId);
    else loading.tapState.call(this);
  },
});
