import type { PollText } from '../../../../../cloudfunctions/shared/universal/poll-fields';
import { coverWords } from '../../text/basics';
import type { Edit } from '../apply-edit';
import type { BasicsView } from '../basics.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as BasicsView | null;

/** Title, organiser and what residents read; `edit` with an `Edit`, `cover` to choose a picture. */
Component({
  properties: {
    /** `BasicsView`. */
    view: { type: Object, value: noView },
    /** 正在上传 40%, or why it failed; '' for neither. */
    upload: { type: String, value: '' },
  },
  data: { words: coverWords },
  methods: {
    write({ detail }: WechatMiniprogram.CustomEvent<{ field: PollText; value: string }>) {
      this.tell({ kind: 'text', ...detail });
    },
    chooseCover() {
      this.triggerEvent('cover');
    },
    removeCover() {
      this.tell({ kind: 'cover', file: null });
    },
    /** The list speaks in edits itself. */
    pass({ detail }: WechatMiniprogram.CustomEvent<Edit>) {
      this.tell(detail);
    },
    tell(edit: Edit) {
      this.triggerEvent('edit', edit);
    },
  },
});
