/** Bytes of every hash in the tree. In a file of its own, since who only cuts tiles needs no SHA-256. */
export const hashBytes = 32;
