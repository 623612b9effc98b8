import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { serverNow } from '../../../stores/clock';
import { openActs, openAfterAct, openObjections, openPapers } from '../routes';
import { afterWords, type AfterKind } from '../text/after';
import { afterView, type AfterReady, type AfterView } from './after.view';
import { loadAfter, type After } from './load-after';

type ById<Id extends string> = WechatMiniprogram.TouchEvent<object, object, { id: Id }>;

Page({
  ...loadedPage(),
  ...ofPoll,

  data: { view: { kind: 'loading' } as AfterView, words: afterWords },

  fetch() {
    return loadAfter(this.pollId);
  },

  show({ poll, outcome }: After) {
    this.setData({ view: afterView(poll, outcome, serverNow()) });
  },

  act({ currentTarget }: ById<AfterKind>) {
    openAfterAct(this.pollId, currentTarget.dataset.id);
  },

  papers({ currentTarget }: ById<string>) {
    openPapers(this.pollId, currentTarget.dataset.id);
  },

  revoke({ currentTarget }: ById<string>) {
    openAfterAct(this.pollId, 'revokeAward', currentTarget.dataset.id);
  },

  decide() {
    openActs(this.pollId);
  },

  go({ currentTarget }: ById<AfterReady['ways'][number]['id']>) {
    const { id } = currentTarget.dataset;
    if (id === 'objections') openObjections(this.pollId);
    else if (id === 'acts') openActs(this.pollId);
    else if (id === 'papers') openPapers(this.pollId);
    else openAfterAct(this.pollId, id === 'callOff' ? 'callOff' : 'archivePoll');
  },
});
