import type { Section } from '../../text/article';

/** A text in sections. */
Component({
  properties: {
    lead: { type: String, value: '' },
    /** `Section[]` of text/article.ts. */
    sections: { type: Array, value: [] as Section[] },
  },
});
