import { Collection, newEntry, type CollectionEntry } from './collection';
import { ID_INDEX, type DatabaseDeclaration, type IndexDeclaration } from './declaration';
import type { Journal } from './journal';
import { KEY_FORMAT } from './keys';
import type { Keyspace } from './keyspace';
import { collectionMissing, Refusal } from './refusal';

const CATALOGUE = { collection: 0, space: 0, key: Buffer.from('catalogue') };
const FORMAT = { ...CATALOGUE, key: Buffer.from('key format') };

/** Which collections exist and which indexes they have; brought in line with the declaration at start-up. */
export class Catalogue {
  private readonly collections = new Map<string, Collection>();

  constructor(
    private readonly keyspace: Keyspace,
    private readonly journal: Journal,
    declaration: DatabaseDeclaration,
  ) {
    const saved = this.load();
    keyspace.commit(() => {
      for (const [name, entry] of Object.entries(saved)) this.add(name, entry);
      for (const [name, { indexes }] of Object.entries(declaration.collections)) {
        const collection = this.collections.get(name);
        if (collection === undefined) this.add(name, newEntry(this.nextNumber(), indexes));
        else this.alignIndexes(collection, indexes);
      }
      this.save();
      this.renewIndexes();
    });
  }

  /** The collection of that name; refuses with DATABASE_COLLECTION_NOT_EXIST. */
  get(name: string): Collection {
    const collection = this.collections.get(name);
    if (collection === undefined) throw collectionMissing(name);
    return collection;
  }

  /** Makes an empty collection without indexes of its own; refuses a name that is taken. */
  create(name: string): void {
    if (this.collections.has(name)) {
      throw new Refusal('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceInUse] Table exist: ${name}.`);
    }
    this.keyspace.commit(() => {
      this.add(name, newEntry(this.nextNumber(), []));
      this.save();
    });
  }

  private alignIndexes(collection: Collection, declared: IndexDeclaration[]): void {
    const wanted = [ID_INDEX, ...declared];
    const same = (a: IndexDeclaration, b: IndexDeclaration): boolean => JSON.stringify(a) === JSON.stringify(b);
    const kept = collection.entry().indexes.filter((index) => wanted.some((other) => same(other, index.declaration)));
    const added = wanted.filter((other) => !kept.some((index) => same(other, index.declaration)));
    if (added.length === 0 && kept.length === collection.indexes.length) return;
    const dropped = collection.indexes.filter((index) => !kept.some((other) => other.space === index.space));
    for (const { space } of dropped) this.keyspace.clear(collection.number, space);
    let space = Math.max(...collection.indexes.map((index) => index.space));
    const fresh = added.map((declaration) => ({ space: ++space, declaration, isMultikey: false }));
    const entry: CollectionEntry = { number: collection.number, indexes: [...kept, ...fresh] };
    const aligned = this.add(collection.name, entry);
    for (const index of aligned.indexes)
      if (fresh.some((other) => other.space === index.space)) aligned.buildIndex(index);
  }

  /** Builds the indexes of an older version's data folder anew. */
  private renewIndexes(): void {
    const known = this.keyspace.get(FORMAT.collection, FORMAT.space, FORMAT.key)?.toString('utf8');
    if (known === String(KEY_FORMAT)) return;
    for (const collection of this.collections.values()) {
      for (const index of collection.indexes) collection.buildIndex(index);
    }
    this.keyspace.put(FORMAT.collection, FORMAT.space, FORMAT.key, Buffer.from(String(KEY_FORMAT), 'utf8'));
  }

  private add(name: string, entry: CollectionEntry): Collection {
    const collection = new Collection(name, entry.number, this.keyspace, this.journal, entry, () => this.save());
    this.collections.set(name, collection);
    return collection;
  }

  private nextNumber(): number {
    return Math.max(0, ...[...this.collections.values()].map((collection) => collection.number)) + 1;
  }

  private load(): Record<string, CollectionEntry> {
    const bytes = this.keyspace.get(CATALOGUE.collection, CATALOGUE.space, CATALOGUE.key);
    // Only `save` writes this key.
    return bytes === undefined ? {} : (JSON.parse(bytes.toString('utf8')) as Record<string, CollectionEntry>);
  }

  private save(): void {
    const entries = [...this.collections.values()].map((collection) => [collection.name, collection.entry()]);
    const text = JSON.stringify(Object.fromEntries(entries));
    this.keyspace.put(CATALOGUE.collection, CATALOGUE.space, CATALOGUE.key, Buffer.from(text, 'utf8'));
  }
}
