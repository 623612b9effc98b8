import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { functionEnvironment, readKeys } from '../keys/installation-keys';
import { readDeclaration } from '../local-cloud/database/declaration';
import { manifestOf, type Manifest } from './manifest';
import { probeCollection, probeIndexes } from './probe';
import type { DeploySettings } from './settings';

const root = path.resolve(__dirname, '../..');

/**
 * The manifest of this project as it is built.
 * @param functionsDir a folder for each function, as `npm run build` makes them
 * @throws a sentence when something is missing or wrong
 */
export function loadManifest(settings: DeploySettings, functionsDir: string): Manifest {
  const { templates, program, pushSource } = settings;
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, 'cloudfunctions', file), 'utf8'));
  const names = readdirSync(functionsDir).filter((name) => statSync(path.join(functionsDir, name)).isDirectory());
  const variables = functionEnvironment(readKeys(settings.keys), settings.name, {
    ...(templates === undefined ? {} : { templates: JSON.stringify(templates) }),
    ...(program === undefined ? {} : { program }),
    ...(pushSource === undefined ? {} : { pushSource }),
  });
  return manifestOf({
    environment: settings.environment,
    database: withProbe(read('database.json')),
    storage: read('storage.json'),
    functions: names.sort().map((name) => {
      const files = filesIn(path.join(functionsDir, name));
      const config = files.get('config.json');
      if (config === undefined) throw new Error(`${name} has no config.json: run npm run build`);
      return { name, config: JSON.parse(Buffer.from(config).toString()) as unknown, files };
    }),
    variables,
    websites: settings.websites,
  });
}

/** The probe has a collection of its own beside the product's. */
function withProbe(declaration: unknown): unknown {
  const { collections } = readDeclaration(declaration);
  return { collections: { ...collections, [probeCollection]: { indexes: probeIndexes } } };
}

function filesIn(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(path.join(folder, name))]));
}
