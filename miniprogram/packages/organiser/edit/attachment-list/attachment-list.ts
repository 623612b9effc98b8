import { attachmentType, mostAttachmentBytes } from '../../../../../cloudfunctions/shared/universal/attachments';
import { chooseDocument } from '../../../../phone/files';
import { openAttachment } from '../../../../services/attachments';
import { uploadAttachment } from '../../services/uploads';
import { attachmentListWords } from '../../text/basics';
import { mediaWords } from '../../text/media';
import type { Edit } from '../apply-edit';
import type { AttachmentsView } from '../basics.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as AttachmentsView | null;

type ByPlace = WechatMiniprogram.TouchEvent<object, object, { at: number }>;

/** The documents of a poll, and one more from a chat; `edit` with an `Edit`. */
Component({
  properties: {
    /** `AttachmentsView`. */
    view: { type: Object, value: noView },
    poll: { type: String, value: '' },
  },
  data: { words: attachmentListWords, upload: '', problem: '' },
  methods: {
    async add() {
      if (this.data.upload !== '') return;
      const chosen = await chooseDocument();
      if (!chosen) return;
      const problem =
        attachmentType(chosen.name) === undefined ? 'kind' : chosen.size > mostAttachmentBytes ? 'size' : '';
      this.setData({ problem: problem === '' ? '' : attachmentListWords.problems[problem] });
      if (problem !== '') return;
      const file = await uploadAttachment(this.data.poll, chosen, (percent) => {
        this.setData({ upload: mediaWords.uploading(percent) });
      });
      this.setData({ upload: '', problem: file === undefined ? mediaWords.failed : '' });
      if (file === undefined) return;
      // A name that is too long keeps its end, which says what it is.
      const name = chosen.name.length > 60 ? `${chosen.name.slice(0, 50)}…${chosen.name.slice(-9)}` : chosen.name;
      this.tell({ kind: 'attach', attachment: { file, name, size: chosen.size } });
    },
    remove({ currentTarget }: ByPlace) {
      this.tell({ kind: 'detach', at: currentTarget.dataset.at });
    },
    async open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { file: string; name: string }>) {
      await openAttachment(currentTarget.dataset);
    },
    tell(edit: Edit) {
      this.triggerEvent('edit', edit);
    },
  },
});
