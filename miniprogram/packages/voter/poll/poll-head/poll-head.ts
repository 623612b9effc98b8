import { setPageTitle } from '../../../../phone/page';
import { pageInSight } from '../../../../phone/navigation';
import { pollWords } from '../../../../text/poll-page';
import type { PollView } from '../poll.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as PollView | null;

/** What watches each head's title. */
const observers = new WeakMap<object, WechatMiniprogram.IntersectionObserver>();

// What the poll is: cover, title, seal place, stages with the deadline, rules, the way to the counts. While its
// title is scrolled away the navigation bar says it. Events `results`, `outcome` and `changes` when the way to the
// counts, to the notice or the award, or to the public record is taken.
Component({
  properties: {
    /** `PollView` of poll.view.ts. */
    view: { type: Object, value: noView },
    isElder: { type: Boolean, value: false },
    /** 长辈版: what is to be done comes first, and nothing else stands before the candidates. */
    isSimple: { type: Boolean, value: false },
  },

  lifetimes: {
    ready() {
      const observer = this.createIntersectionObserver({});
      let isInSight = true;
      const page = pageInSight();
      observer.relativeToViewport().observe('.head__title', ({ intersectionRatio }) => {
        // The first call only says where the title stands. The bar belongs to whatever page is on top by then.
        if (intersectionRatio > 0 === isInSight || pageInSight() !== page) return;
        isInSight = !isInSight;
        // The typings take the property for its constant default, null.
        const view = this.data.view as PollView | null;
        setPageTitle(isInSight || !view ? pollWords.page : view.titleLines.join(''));
      });
      observers.set(this, observer);
    },
    detached() {
      observers.get(this)?.disconnect();
      observers.delete(this);
    },
  },

  methods: {
    toResults() {
      this.triggerEvent('results');
    },
    toOutcome({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { to: 'notice' | 'awards' }>) {
      this.triggerEvent('outcome', currentTarget.dataset);
    },
    toChanges() {
      this.triggerEvent('changes');
    },
  },
});
