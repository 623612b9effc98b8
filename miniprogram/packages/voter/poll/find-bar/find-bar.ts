import type { GroupTab } from '../poll.view';

const noTabs: GroupTab[] = [];

// Groups as tabs, and the search by number or name. Event `find` with what changed:
// group, query, or whether the search is open.
Component({
  properties: {
    /** 长辈版: the groups stand below one another, nothing is pushed sideways. */
    isSimple: { type: Boolean, value: false },
    /** `GroupTab[]` of poll.view.ts. */
    groups: { type: Array, value: noTabs },
    /** The chosen group's id, '' for all. */
    group: { type: String, value: '' },
    query: { type: String, value: '' },
    /** What stands in place of tabs where there are no groups. */
    label: { type: String, value: '' },
    canSearch: { type: Boolean, value: false },
    isSearching: { type: Boolean, value: false },
  },

  methods: {
    pickGroup(event: WechatMiniprogram.TouchEvent<Record<never, never>, Record<never, never>, { id: string }>) {
      this.triggerEvent('find', { group: event.currentTarget.dataset.id });
    },
    openSearch() {
      this.triggerEvent('find', { isSearching: true });
    },
    type(event: WechatMiniprogram.Input) {
      this.triggerEvent('find', { query: event.detail.value });
    },
    closeSearch() {
      this.triggerEvent('find', { isSearching: false, query: '' });
    },
  },
});
