/** 20 characters, about 100 random bits: made once for each wish and repeated by its retries, by which alone they are known. */
export function newRandomId(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  let id = '';
  for (let n = 0; n < 20; n += 1) id += alphabet.charAt(Math.floor(Math.random() * alphabet.length));
  return id;
}
