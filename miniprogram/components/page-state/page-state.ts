import { pageStateWords } from '../../text/buttons';

/**
 * What a page shows instead of its content: a skeleton shaped like it, that there is nothing, or what failed.
 * `bind:act` fires on the button.
 */
Component({
  properties: {
    /** loading | empty | failed */
    kind: { type: String, value: 'loading' },
    /** The skeleton's shape: home | poll | candidate | ranking | slip | rows */
    shape: { type: String, value: 'rows' },
    /** What is drawn: mark | search | done | offline | fault */
    drawing: { type: String, value: 'mark' },
    title: { type: String, value: '' },
    detail: { type: String, value: '' },
    /** When it is asked again by itself; empty where it is not. */
    later: { type: String, value: '' },
    /** What the button says; empty for no button. */
    action: { type: String, value: '' },
  },
  data: { rows: [1, 2, 3, 4, 5, 6], waiting: pageStateWords.waiting },
  methods: {
    act() {
      this.triggerEvent('act');
    },
  },
});
