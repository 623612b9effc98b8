/** A glyph in the colour of the text around it; decoration only, so it says nothing to a screen reader. */
Component({
  properties: {
    /** A glyph's name in icon.wxss. */
    name: { type: String, value: '' },
    /** Side in px at standard text. */
    size: { type: Number, value: 20 },
  },
});
