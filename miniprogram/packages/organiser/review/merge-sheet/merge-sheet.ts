import { tellFailure } from '../../../../phone/dialogs';
import { listTeamCandidates, type TeamCandidate } from '../../services/candidates';
import { reviewWords } from '../../text/review';
import type { NominationRow } from '../nomination-list/nomination-list.view';
import { findMergeTargets, type Target } from './find-merge-target';

// `as` widens: a constant null would be taken for the only value there is.
const none = null as NominationRow | null;

/** The candidates of each sheet, as they were when it was opened. */
const loaded = new WeakMap<object, TeamCandidate[]>();

/** Which candidate a nomination is the same as. `bind:choose` with its `id` and `name`, `bind:close`. */
Component({
  properties: {
    poll: { type: String, value: '' },
    /** The nomination that is to be merged; null keeps the sheet shut. */
    nomination: { type: Object, value: none },
    isBusy: { type: Boolean, value: false },
  },
  data: { query: '', targets: [] as Target[], isLoaded: false, words: reviewWords },
  observers: {
    nomination(nomination: NominationRow | null) {
      if (nomination) void this.load();
    },
  },
  methods: {
    async load() {
      this.setData({ query: '', targets: [], isLoaded: false });
      const answer = await listTeamCandidates(this.data.poll);
      if (answer.ok) {
        loaded.set(
          this,
          answer.data.filter(({ standing }) => standing?.state !== 'withdrawn'),
        );
        this.show('');
      } else {
        await tellFailure(answer.error);
        this.close();
      }
    },
    show(query: string) {
      // The typings take the property for its constant default, null.
      const nomination = this.data.nomination as NominationRow | null;
      const targets = findMergeTargets(loaded.get(this) ?? [], nomination?.name ?? '', query);
      this.setData({ query, targets, isLoaded: true });
    },
    type({ detail }: WechatMiniprogram.Input) {
      this.show(detail.value);
    },
    choose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const target = this.data.targets.find(({ id }) => id === currentTarget.dataset.id);
      if (!this.data.isBusy && target) this.triggerEvent('choose', { id: target.id, name: target.name });
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
