import { watchNetwork } from '../../../../phone/network';
import { serverNow } from '../../../../stores/clock';
import { lostText } from '../../../../text/results';

/** Each note's end of watching, and since when nothing came; 0 while all is well. */
const known = new WeakMap<object, { end: () => void; isOffline: boolean; since: number }>();

// Says that the figures on the page stand still, and since when: at once when the phone loses the network, and as soon as the page was
// answered nothing (`isUnanswered`). Event `again` when the network is back.
Component({
  properties: {
    isUnanswered: { type: Boolean, value: false },
  },
  data: { note: '' },
  observers: {
    isUnanswered() {
      this.tell();
    },
  },
  lifetimes: {
    attached() {
      const end = watchNetwork((isConnected) => {
        const own = known.get(this);
        if (!own) return;
        own.isOffline = !isConnected;
        this.tell();
        if (isConnected) this.triggerEvent('again');
      });
      known.set(this, { end, isOffline: false, since: 0 });
    },
    detached() {
      known.get(this)?.end();
      known.delete(this);
    },
  },
  methods: {
    tell() {
      const own = known.get(this);
      if (!own) return;
      const isLost = own.isOffline || this.data.isUnanswered;
      own.since = isLost ? own.since || serverNow() : 0;
      const note = isLost ? lostText(own.since, serverNow()) : '';
      if (note !== this.data.note) this.setData({ note });
    },
  },
});
