import { lookAware } from '../../stores/look-aware';
import { rankSounds } from '../../text/results';

/** One line of a ranking. */
export interface RankRow {
  id: string;
  rank: string;
  /** Whether it has a place; who left has a dash. */
  isRanked: boolean;
  number: string;
  name: string;
  /** Why it takes no votes; '' where it does. */
  note: string;
  picture: string;
  /** Votes, e.g. 12,904; share of all ballots, e.g. 62.1%; and the same as a bar's width, 0 … 100. */
  votes: string;
  share: string;
  percent: number;
  /** Among the winners' places. */
  isInside: boolean;
  /** Chosen on this phone. */
  isMine: boolean;
}

const blank: RankRow = {
  id: '',
  rank: '',
  isRanked: true,
  number: '',
  name: '',
  note: '',
  picture: '',
  votes: '',
  share: '',
  percent: 0,
  isInside: true,
  isMine: false,
};

/** A candidate's place: the bar's track is all ballots, so that its fill is the share that stands beside it. */
Component({
  behaviors: [lookAware],
  properties: {
    row: { type: Object, value: blank },
  },
  data: { words: rankSounds },
  methods: {
    open() {
      this.triggerEvent('open', { id: this.data.row.id });
    },
  },
});
