import type { GroupTab } from '../poll.view';

const noTabs: GroupTab[] = [];

// Groups as tabs, and the search by number or name. Events: `find` with a new group or query, `searching` with
// whether the search is open.
Component({
  properties: {
    /** `GroupTab[]` of poll.view.ts. */
    groups: { type: Array, value: noTabs },
    /** The chosen group's id, '' for all. */
    group: { type: String, value: '' },
    query: { type: String, value: '' },
    canSearch: { type: Boolean, value: false },
    isSearching: { type: Boolean, value: false },
  },

  methods: {
    pickGroup(event: WechatMiniprogram.TouchEvent<Record<never, never>, Record<never, never>, { id: string }>) {
      this.triggerEvent('find', { group: event.currentTarget.dataset.id });
    },
    openSearch() {
      this.triggerEvent('searching', { isOn: true });
    },
    type(event: WechatMiniprogram.Input) {
      this.triggerEvent('find', { query: event.detail.value });
    },
    closeSearch() {
      this.triggerEvent('searching', { isOn: false });
      this.triggerEvent('find', { query: '' });
    },
  },
});
