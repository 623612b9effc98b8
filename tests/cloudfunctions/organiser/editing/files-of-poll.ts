import type { OrganiserClient } from '../../../support/organiser-client';

export const document = '%PDF-1.7 the rules';

/** A cover, a document, and a candidate with a picture and a film. */
export async function filesIn(
  owner: OrganiserClient,
  pollId: string,
): Promise<Record<'cover' | 'one' | 'film' | 'rules', string>> {
  const put = (name: string): Promise<string> => owner.upload(`polls/${pollId}/${name}`, `content of ${name}`);
  const [cover, one, film] = [await put('cover.jpg'), await put('one.jpg'), await put('film.mp4')];
  const rules = await owner.upload(`polls/${pollId}/attachments/rules.pdf`, document);
  const attachments = [{ file: rules, name: '评选细则', size: document.length }];
  expect(await owner.save(pollId, { cover, attachments })).toMatchObject({ ok: true });
  await owner.add(pollId, '带图的', { pictures: [one], video: film, detail: '做了三件事', unit: '二号楼' });
  return { cover, one, film, rules };
}
