/** 20 characters, about 100 random bits; unique among one person's wishes is all that is needed. */
export function newRequestId(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  let id = '';
  for (let n = 0; n < 20; n += 1) id += alphabet.charAt(Math.floor(Math.random() * alphabet.length));
  return id;
}
