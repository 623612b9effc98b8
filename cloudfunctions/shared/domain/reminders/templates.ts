import { reminderKinds, type ReminderKind } from './due';

/**
 * What a field of a template can be filled with. `title` and `organiser` are the poll's, `at` is what the message is about (the start,
 * the end), `note` a sentence of ours, `name` the nomination's, `verdict` what was decided on it.
 */
export const templateValues = ['title', 'organiser', 'at', 'note', 'name', 'verdict'] as const;
export type TemplateValue = (typeof templateValues)[number];

/** A template as one chose it in WeChat's console: its id, and what goes into each of its fields. */
export interface Template {
  id: string;
  /** E.g. { "thing1": "title", "time2": "at", "thing3": "note" }. */
  fields: Record<string, TemplateValue>;
}

export type Templates = Partial<Record<ReminderKind, Template>>;

/** What each kind of field can hold of ours. */
const fitting = new Map<string, readonly TemplateValue[]>(
  Object.entries({
    thing: ['title', 'organiser', 'note', 'name', 'verdict'],
    time: ['at'],
    date: ['at'],
    phrase: ['verdict'],
  }),
);

/** Only a verdict has these. */
const ofVerdicts: readonly TemplateValue[] = ['name', 'verdict'];

/**
 * Reads the setting TEMPLATES: JSON of templates by the kind of reminder. Kinds that are left out are not offered.
 * @throws a sentence that names what is wrong
 */
export function parseTemplates(text: string | undefined): Templates {
  if (text === undefined || text.trim() === '') return {};
  const given = asRecord(parse(text), 'TEMPLATES');
  const templates: Templates = {};
  for (const [kind, template] of Object.entries(given)) {
    if (!isKind(kind)) throw new Error(`TEMPLATES.${kind}: there are ${reminderKinds.join(', ')}`);
    templates[kind] = parseTemplate(kind, asRecord(template, `TEMPLATES.${kind}`));
  }
  return templates;
}

function parseTemplate(kind: ReminderKind, { id, fields }: Record<string, unknown>): Template {
  const where = `TEMPLATES.${kind}`;
  if (typeof id !== 'string' || id === '') throw new Error(`${where}.id: the template’s id`);
  const entries = Object.entries(asRecord(fields, `${where}.fields`));
  if (entries.length === 0) throw new Error(`${where}.fields: the template’s fields, such as thing1`);
  const parsed = entries.map(([field, value]): [string, TemplateValue] => {
    const allowed = (fitting.get(kindOfField(field)) ?? []).filter(
      (each) => kind === 'verdict' || !ofVerdicts.includes(each),
    );
    const found = allowed.find((each) => each === value);
    if (allowed.length === 0) throw new Error(`${where}.fields.${field}: a field thing, time, date or phrase`);
    if (found === undefined) throw new Error(`${where}.fields.${field}: one of ${allowed.join(', ')}`);
    return [field, found];
  });
  return { id, fields: Object.fromEntries(parsed) };
}

/** "thing" of "thing1". */
export function kindOfField(field: string): string {
  return /^([a-z_]+)\d{1,2}$/.exec(field)?.[1] ?? '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('TEMPLATES: JSON, see the README');
  }
}

function isKind(kind: string): kind is ReminderKind {
  return reminderKinds.some((each) => each === kind);
}

function asRecord(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error(`${where}: an object`);
}
