import { shareCard } from '../../../phone/sharing';
import { cardChannel, openPoll, pollPath } from '../../../routes';
import { replaceByManage, smallPollPath } from '../routes';
import { smallPollWords } from '../text/small-poll';
import type { SmallPollForm, SmallPollView } from './small-poll.view';

type Written = WechatMiniprogram.CustomEvent<{ field: string; value: string }>;
type Chosen<Id extends string> = WechatMiniprogram.CustomEvent<{ id: Id }>;

/** The page of a small poll as its taps see it. */
interface FormPage {
  data: { view: SmallPollView };
  form: SmallPollForm;
  change(change: Partial<SmallPollForm>): void;
  setData(change: { focused: number }): void;
}

/** What one writes and chooses on the page of a small poll, and where one goes from it once it is published. */
export const formTaps = {
  /** Before it is published the card leads to this page, for whoever begins a poll from a group; then to the poll. */
  onShareAppMessage(this: FormPage): WechatMiniprogram.Page.ICustomShareContent {
    const { view } = this.data;
    const { card, cardSecond, hereCard, hereCardSecond } = smallPollWords;
    const shared =
      view.kind === 'launched'
        ? { title: card(view.title), path: pollPath(view.pollId, cardChannel), first: view.title, second: cardSecond }
        : { title: hereCard, path: smallPollPath(), first: hereCard, second: hereCardSecond };
    const { title, path, first, second } = shared;
    return shareCard({ title, path, card: { title: first, second, number: 0 }, picture: '' });
  },

  write(this: FormPage, { detail: { field, value } }: Written) {
    if (field === 'title' || field === 'name') this.change({ [field]: value });
    else this.change({ options: this.form.options.map((option, at) => (at === Number(field) ? value : option)) });
  },

  /** The keyboard's own button goes on to the next option. */
  next(this: FormPage, { detail: { field } }: Written) {
    this.setData({ focused: field === 'title' ? 0 : Number(field) + 1 });
  },

  add(this: FormPage) {
    this.setData({ focused: this.form.options.length });
    this.change({ options: [...this.form.options, ''] });
  },

  remove(this: FormPage, { currentTarget }: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
    this.change({ options: this.form.options.filter((_, at) => at !== currentTarget.dataset.at) });
  },

  setMost(this: FormPage, { detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.change({ most: detail.value });
  },

  chooseEnd(this: FormPage, { detail }: Chosen<SmallPollForm['ending']>) {
    this.change({ ending: detail.id });
  },

  setEnd(this: FormPage, { detail: { day, time } }: WechatMiniprogram.CustomEvent<{ day: string; time: string }>) {
    this.change({ day, time });
  },

  chooseWho(this: FormPage, { detail }: Chosen<'group' | 'everyone'>) {
    this.change({ isForGroup: detail.id === 'group' });
  },

  look(this: FormPage) {
    if (this.data.view.kind === 'launched') openPoll(this.data.view.pollId);
  },

  manage(this: FormPage) {
    if (this.data.view.kind === 'launched') replaceByManage(this.data.view.pollId);
  },
};
