import type * as glassEasel from 'glass-easel';
import { turnWheels, type Wheel } from '../phone/wheel-picker';
import { dateWheels, numbersOf, partsOf, timeWheels, type DateFields, type DateWheels } from './date-wheels';
import { defineBuiltIn, text, type BuiltIn } from './define';

/** WeChat's own pickers: one list, several columns, a date, a time. */
export function definePickers(space: glassEasel.ComponentSpace): void {
  defineBuiltIn(space, 'picker', {
    properties: {
      mode: [String, 'selector'],
      range: [Array, []],
      rangeKey: String,
      value: [null, 0],
      disabled: Boolean,
      start: String,
      end: String,
      fields: [String, 'day'],
      headerText: String,
      name: String,
      level: String,
      customItem: String,
    },
    create(self) {
      self.host.setAttribute('role', 'button');
      self.host.addEventListener('click', () => {
        if (!self.data['disabled']) void pick(self);
      });
    },
  });
}

async function pick(self: BuiltIn): Promise<void> {
  const mode = text(self, 'mode');
  const asks: Record<string, (self: BuiltIn) => Promise<unknown>> = {
    selector: pickOne,
    multiSelector: pickSeveral,
    date: pickDate,
    time: pickTime,
  };
  const ask = asks[mode];
  if (!ask) {
    console.error(`picker: the mode "${mode}" is not offered by the preview`);
    return;
  }
  const value = await ask(self);
  if (value === null) {
    self.emit('cancel');
    return;
  }
  self.set('value', value);
  self.emit('change', { value });
}

async function pickOne(self: BuiltIn): Promise<number | null> {
  const wheel = { labels: labelsOf(self, self.data['range']), at: Number(self.data['value']) || 0 };
  if (wheel.labels.length === 0) return null;
  const chosen = await turnWheels(text(self, 'headerText'), [wheel], () => [wheel]);
  return chosen?.[0] ?? null;
}

function pickSeveral(self: BuiltIn): Promise<number[] | null> {
  const wheels = (): Wheel[] => {
    const at = self.data['value'];
    const range = self.data['range'];
    return (Array.isArray(range) ? range : []).map((column, index) => ({
      labels: labelsOf(self, column),
      at: Array.isArray(at) ? Number(at[index]) || 0 : 0,
    }));
  };
  return turnWheels(text(self, 'headerText'), wheels(), (chosen, column) => {
    // The page may give the other columns new choices, at once.
    self.emit('columnchange', { column, value: chosen[column] });
    return wheels().map((wheel, index) => ({ ...wheel, at: chosen[index] ?? 0 }));
  });
}

function pickDate(self: BuiltIn): Promise<string | null> {
  const today = new Date();
  const now = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  const given = text(self, 'fields');
  const fields: DateFields = given === 'year' || given === 'month' ? given : 'day';
  return turn(self, partsOf(valueOf(self), now), (parts) =>
    dateWheels(parts, fields, text(self, 'start'), text(self, 'end')),
  );
}

function pickTime(self: BuiltIn): Promise<string | null> {
  const [hour = 0, minute = 0] = valueOf(self).split(':').map(Number);
  return turn(self, [hour, minute], (parts) => timeWheels(parts, text(self, 'start'), text(self, 'end')));
}

async function turn(
  self: BuiltIn,
  parts: readonly number[],
  wheelsOf: (parts: readonly number[]) => DateWheels,
): Promise<string | null> {
  let shown = wheelsOf(parts);
  const chosen = await turnWheels(text(self, 'headerText'), shown.wheels, (indexes) => {
    shown = wheelsOf(numbersOf(shown.wheels, indexes));
    return shown.wheels;
  });
  return chosen === null ? null : wheelsOf(numbersOf(shown.wheels, chosen)).value;
}

/** A date or time; the property's first value is a number. */
function valueOf(self: BuiltIn): string {
  const value = self.data['value'];
  return typeof value === 'string' ? value : '';
}

function labelsOf(self: BuiltIn, range: unknown): string[] {
  const key = text(self, 'rangeKey');
  const items: unknown[] = Array.isArray(range) ? range : [];
  return items.map((item) =>
    String(key && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item),
  );
}
