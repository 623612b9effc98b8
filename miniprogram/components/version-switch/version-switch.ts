import { chooseLook } from '../../stores/look';
import { endFollowing, followLook } from '../../stores/look-aware';
import { versionWords } from '../../text/look';

/** The way into 长辈版 and back, kept on this phone. Whoever reads large text and has not decided is asked once. */
Component({
  properties: {
    /** link | offer: the link is always there, the offer only for whom it is meant. */
    look: { type: String, value: 'link' },
  },
  data: { words: versionWords, link: '', isOffered: false },
  lifetimes: {
    attached() {
      followLook(this, ({ isSimple, offersSimple }) => {
        this.setData({
          link: isSimple ? versionWords.toStandard : versionWords.toElder,
          isOffered: offersSimple,
        });
      });
    },
    detached() {
      endFollowing(this);
    },
  },
  methods: {
    change() {
      chooseLook({ version: this.data.link === versionWords.toStandard ? 'standard' : 'elder' });
    },
    decline() {
      chooseLook({ version: 'standard' });
    },
  },
});
