import { Failure } from '../wx/answer';

/** Codes and words of WeChat's file system, by the documentation of FileError. */
const texts = {
  notPermitted: [1300001, 'operation not permitted'],
  missing: [1300002, 'no such file or directory'],
  denied: [1300013, 'permission denied'],
  notFolder: [1300020, 'not a directory'],
  isFolder: [1300021, 'Is a directory'],
  invalid: [1300022, 'Invalid argument'],
  notEmpty: [1300066, 'directory not empty'],
  full: [1300202, 'the maximum size of the file storage limit is exceeded'],
  badEncoding: [1300203, 'base64 encode error'],
  noAccess: [1301000, 'permission denied, cannot access file path'],
  folderOperation: [1301003, 'illegal operation on a directory'],
  exists: [1301005, 'file already exists'],
  badLength: [1301006, 'value of length is out of range'],
  badPosition: [1301009, 'value of position is out of range'],
  temporaryMissing: [1301112, 'tempFilePath file not exist'],
} as const satisfies Record<string, readonly [number, string]>;

/** @param path named at the end of the text where WeChat names one */
export function fileError(kind: keyof typeof texts, path = ''): Failure {
  const [code, text] = texts[kind];
  return new Failure(path ? `${text} ${path}` : text, code);
}
