/** Something that holds or does not, with what that means; `change` with `{ field, isOn }`. */
Component({
  properties: {
    /** Handed back with the event. */
    field: { type: String, value: '' },
    label: { type: String, value: '' },
    hint: { type: String, value: '' },
    isOn: { type: Boolean, value: false },
  },
  methods: {
    turn() {
      this.triggerEvent('change', { field: this.data.field, isOn: !this.data.isOn });
    },
  },
});
