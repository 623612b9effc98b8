// Why somebody who can read a poll of chat groups cannot vote in it from here.
import type { ClosedFor } from '../../../services/polls';

export const groupPollWords: Readonly<Record<ClosedFor, { title: string; second: string }>> = {
  elsewhere: { title: '这是群里的投票', second: '要投票，请从群里的卡片打开' },
  otherGroup: { title: '这个投票不在这个群里办', second: '要投票，请从办投票的群里打开卡片' },
  unverified: { title: '没能确认是哪个群', second: '请从群里的卡片重新打开' },
  expired: { title: '打开的时间太久了', second: '选择还在，请从群里的卡片重新打开' },
  unasked: { title: '还没能确认您在群里', second: '请检查网络，下拉刷新后再试' },
};
