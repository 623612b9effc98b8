import * as z from 'zod';
import { documentsContract } from '../../../../cloudfunctions/shared/contract/documents';
import { organiserContract } from '../../../../cloudfunctions/shared/contract/organiser';
import { participantContract } from '../../../../cloudfunctions/shared/contract/participant';
import { wantedId } from '../../../../cloudfunctions/shared/contract/poll';
import { voterContract } from '../../../../cloudfunctions/shared/contract/voter';

/** Zero width, a mark and an override of direction, a soft hyphen, a Hangul filler, an invisible plus, a tag, Braille's blank. */
const unseen = '\u200b\u200f\u202e\u00ad\u3164\u2064\u{e0041}\u2800';

/** Every place of a schema where a text comes in, by its path. A kind of schema that is not known here fails, so none is passed over. */
function* textsOf(schema: z.core.$ZodType, path: string): Generator<[string, z.core.$ZodType]> {
  // The kinds that the contract uses; each has its parts under a name of its own.
  const def = schema._zod.def as z.core.$ZodTypeDef & Partial<Record<string, unknown>>;
  switch (def.type) {
    case 'string':
      yield [path, schema];
      return;
    case 'object':
      for (const [name, part] of Object.entries(def['shape'] as Record<string, z.core.$ZodType>)) {
        yield* textsOf(part, path === '' ? name : `${path}.${name}`);
      }
      return;
    case 'array':
      yield* textsOf(def['element'] as z.core.$ZodType, `${path}[]`);
      return;
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'catch':
      yield* textsOf(def['innerType'] as z.core.$ZodType, path);
      return;
    case 'union':
      for (const option of def['options'] as z.core.$ZodType[]) yield* textsOf(option, path);
      return;
    case 'enum':
    case 'literal':
    case 'number':
    case 'boolean':
      return;
    default:
      throw new Error(`${path}: say here where texts come in by ${def.type}`);
  }
}

const procedures = Object.entries({
  ...voterContract,
  ...participantContract,
  ...organiserContract,
  ...documentsContract,
});
const places = procedures.flatMap(([name, { input }]) =>
  [...textsOf(input, '')]
    // What somebody looks for by its id is compared with ids and kept nowhere.
    .filter(([, schema]) => schema !== wantedId)
    .map(([path, schema]): [string, z.core.$ZodType] => [`${name} ${path}`, schema]),
);

test('texts of people come in at many places', () => {
  const names = places.map(([name]) => name);
  expect(names.length).toBeGreaterThan(90);
  for (const known of [
    'poll.create title',
    'poll.save change.voidReasons[]',
    'poll.save change.rules.groups[].name',
    'candidate.add candidate.criteria[].text',
    'invitation.accept myName',
    'act.propose act.reason',
    'channel.rename name',
    'nomination.submit nomination.proposer.name',
    'listing.decide reason',
    'poll.list query',
  ]) {
    expect(names).toContain(known);
  }
});

test.each(places)('%s takes nothing that nobody sees', (_, schema) => {
  for (const tried of [`a${unseen}b`, `12${unseen}`, unseen, `a\u0000b`, `a\ud800b`]) {
    const parsed = z.safeParse(schema, tried);
    // Refused, or clean: nothing in between.
    if (parsed.success) expect(parsed.data).toMatch(/^[!-~]*$/);
  }
});
