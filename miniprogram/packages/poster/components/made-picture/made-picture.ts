import { askForAlbum, putIntoAlbum, showPictures } from '../../../../phone/album';
import { tellDone } from '../../../../phone/dialogs';
import { albumWords, saveWords } from '../../text/album';
import type { AlbumNotice } from './made-picture.view';

// `as` widens: a constant null would be taken for the only value there is.
const noNotice = null as AlbumNotice | null;

/** A picture that was drawn, whole on the screen, with the button that puts it into the album. */
Component({
  properties: {
    /** A file of this phone. */
    file: { type: String, value: '' },
    /** What a screen reader says of it. */
    label: { type: String, value: '' },
    /** Beneath it, a paragraph each; empty ones are left out. */
    hints: { type: Array, value: [] as string[] },
    isWide: { type: Boolean, value: false },
  },
  data: { words: saveWords, isSaving: false, notice: noNotice },
  methods: {
    look() {
      showPictures([this.data.file]);
    },

    /** The button: saves; after a refusal it leads into the settings first. */
    async save() {
      const { file, notice, isSaving } = this.data;
      if (isSaving) return;
      if (notice?.needsSettings && !(await askForAlbum())) return;
      this.setData({ isSaving: true, notice: null });
      const outcome = await putIntoAlbum(file);
      const said = outcome === 'denied' || outcome === 'failed' ? albumWords[outcome] : null;
      this.setData({ isSaving: false, notice: said });
      if (outcome === 'saved') tellDone(saveWords.saved);
    },
  },
});
