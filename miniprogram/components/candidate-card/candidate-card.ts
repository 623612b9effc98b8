import { cardLabels, cardWords } from '../../text/choosing';
import type { Measure } from '../../services/polls';
import type { CardFace, CardState } from './candidate-card.view';

const emptyFace: CardFace = { id: '', number: '', name: '', unit: '', picture: '' };

// A candidate in the grid: its foot chooses, all the rest opens it; in 长辈版 the whole card chooses, and a link below it opens. Events `choose` and `open` carry the id.
Component({
  properties: {
    /** `CardFace` of candidate-card.view.ts. */
    face: { type: Object, value: emptyFace },
    /** `CardState` of candidate-card.view.ts. */
    state: { type: String, value: 'plain' },
    isElder: { type: Boolean, value: false },
    isSimple: { type: Boolean, value: false },
    /** Whether a period is a day: "今天选了" rather than "您选了". */
    isDaily: { type: Boolean, value: false },
    measure: { type: String, value: '项' },
  },

  data: { word: '', openWord: cardWords.plain, choice: '', isChoosable: false },

  observers: {
    'face, state, isElder, isDaily, measure'(
      face: CardFace,
      state: CardState,
      isElder: boolean,
      isDaily: boolean,
      measure: Measure,
    ) {
      this.setData({
        word: footWord(state, isElder, isDaily, measure),
        choice: cardLabels.choice(face.number, face.name),
        isChoosable: state === 'open' || state === 'chosen',
      });
    },
  },

  methods: {
    open() {
      this.triggerEvent('open', { id: this.data.face.id });
    },
    choose() {
      this.triggerEvent('choose', { id: this.data.face.id });
    },
  },
});

function footWord(state: CardState, isElder: boolean, isDaily: boolean, measure: Measure): string {
  if (state === 'open') return cardWords.open(measure);
  if (state === 'cast') return isDaily ? cardWords.castToday : cardWords.castOnce;
  return state === 'chosen' && isElder ? cardWords.chosenElder : cardWords[state];
}
