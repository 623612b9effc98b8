import { publishWords } from '../../text/publish';
import type { Edit } from '../apply-edit';
import { ways, type Destination } from '../destination';
import type { PublishView } from '../publish.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as PublishView | null;

/** What is missing, what will be frozen, what waits; `edit` with an `Edit`, `go` with where to, `takeback`. */
Component({
  properties: {
    /** `PublishView`. */
    view: { type: Object, value: noView },
  },
  data: { words: publishWords, ways },
  methods: {
    go({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { to: Destination }>) {
      this.triggerEvent('go', { to: currentTarget.dataset.to });
    },
    turnSecond({ detail }: WechatMiniprogram.CustomEvent<{ isOn: boolean }>) {
      const edit: Edit = { kind: 'secondPerson', isOn: detail.isOn };
      this.triggerEvent('edit', edit);
    },
    takeBack() {
      this.triggerEvent('takeback');
    },
  },
});
