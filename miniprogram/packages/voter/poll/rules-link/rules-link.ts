import { callNumber } from '../../../../phone/system';
import { openAttachment } from '../../../../services/attachments';
import { attachmentWords } from '../../../../text/attachments';
import type { RulesView } from '../rules.view';

// `as` widens: a constant null would be taken for the only value there is.
const noRules = null as RulesView | null;

// A line that opens the rules in full, term by term.
Component({
  properties: {
    /** `RulesView` of rules.view.ts. */
    rules: { type: Object, value: noRules },
    /** What stands before the link, e.g. the document the poll rests on. */
    lead: { type: String, value: '' },
  },

  data: { isOpen: false, words: attachmentWords },

  methods: {
    open() {
      this.setData({ isOpen: true });
    },
    close() {
      this.setData({ isOpen: false });
    },
    async openFile({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { file: string; name: string }>) {
      await openAttachment(currentTarget.dataset);
    },
    callHotline(event: WechatMiniprogram.TouchEvent<Record<never, never>, Record<never, never>, { number: string }>) {
      callNumber(event.currentTarget.dataset.number);
    },
  },
});
