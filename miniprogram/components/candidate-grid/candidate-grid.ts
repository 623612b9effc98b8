import { setChanged } from '../../loading/set-changed';
import { gridCards, type GridCard, type GridItem } from './candidate-grid.view';

const noCards: GridCard[] = [];

// Candidates in two columns (one in large text). A changed choice touches only the
// cards that it changes, and more candidates at the end only add theirs. Events `choose` and `open` carry a candidate's id.
Component({
  properties: {
    /** `GridItem[]` of candidate-grid.view.ts, in the order to show. */
    items: { type: Array, value: [] },
    chosen: { type: Array, value: [] },
    cast: { type: Array, value: [] },
    isOpen: { type: Boolean, value: false },
    isDaily: { type: Boolean, value: false },
    measure: { type: String, value: '项' },
    isElder: { type: Boolean, value: false },
    isSimple: { type: Boolean, value: false },
  },

  data: { cards: noCards },

  observers: {
    'items, chosen, cast, isOpen'(items: GridItem[], chosen: string[], cast: string[], isOpen: boolean) {
      setChanged(this, { cards: gridCards(items, { chosen, cast, isOpen }) });
    },
  },

  methods: {
    choose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('choose', event.detail);
    },
    open(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('open', event.detail);
    },
  },
});
