/**
 * One text to write, with its name, how much room is left, and what is wrong with it. `change` with `{ field, value }` at
 * every letter, `leave` when the field is left.
 */
Component({
  properties: {
    /** Handed back with the events. */
    field: { type: String, value: '' },
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    /** Said below, in the quiet; gives way to `error`. */
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    most: { type: Number, value: 40 },
    /** Several lines, growing with the text. */
    isLong: { type: Boolean, value: false },
    /** The name is said and not shown. */
    isBare: { type: Boolean, value: false },
    /** One line that shows itself whole however narrow the phone is. */
    isWide: { type: Boolean, value: false },
    isLocked: { type: Boolean, value: false },
    /** Said beside the name, e.g. that it may stay empty. */
    aside: { type: String, value: '' },
    keyboard: { type: String, value: 'text' },
    /** The keyboard's button goes on to the next field: `next` with `{ field }`. One line alone has it. */
    hasNext: { type: Boolean, value: false },
    isFocused: { type: Boolean, value: false },
  },
  /** `typed` is never shown: it tells a letter's own echo from a value that comes from elsewhere. */
  data: { shown: '', typed: '', length: 0, nearEnd: false },
  observers: {
    'value, most': function (value: string, most: number) {
      this.count(value, most);
      // An echo comes late: set back into the field, it would take away what was typed since.
      if (value !== this.data.typed) this.setData({ shown: value, typed: value });
    },
  },
  methods: {
    count(value: string, most: number) {
      this.setData({ length: value.length, nearEnd: value.length > most * 0.8 });
    },
    type({ detail }: WechatMiniprogram.Input) {
      // A field of one line that grows is a textarea, which takes line breaks.
      const value = this.data.isWide ? detail.value.replace(/[\r\n]+/g, ' ') : detail.value;
      this.data.typed = value;
      if (value !== detail.value) this.setData({ shown: value });
      this.count(value, this.data.most);
      this.triggerEvent('change', { field: this.data.field, value });
    },
    goOn() {
      if (this.data.hasNext) this.triggerEvent('next', { field: this.data.field });
    },
    leave() {
      this.triggerEvent('leave', { field: this.data.field });
    },
  },
});
