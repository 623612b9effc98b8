import { openCandidate, openVerify } from '../../../../routes';
import { winnerWords } from '../../text/outcome';
import type { WinnerGroup } from './winner-list.view';

/** Who is awarded, or is to be: each leads to its own page. */
Component({
  properties: {
    pollId: { type: String, value: '' },
    /** `WinnerGroup[]` of winner-list.view.ts. */
    groups: { type: Array, value: [] as WinnerGroup[] },
    /** Whether they have certificates: they are awarded. */
    isAwarded: { type: Boolean, value: false },
  },
  data: { words: winnerWords },
  methods: {
    open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      openCandidate(this.data.pollId, currentTarget.dataset.id);
    },

    verify({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      openVerify(this.data.pollId, currentTarget.dataset.id);
    },
  },
});
