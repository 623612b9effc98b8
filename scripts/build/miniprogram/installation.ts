/** What a mini-program knows of the installation that it is built for, before it can ask the cloud. */
export interface Installation {
  environment: string;
  /** https://BUCKET.tcb.qcloud.la, without a slash at the end. */
  storageAddress: string;
}

/** The file of the mini-program that holds it. */
export const installationFile = 'installation.ts';

/** What stands in that file. */
export function installationText({ environment, storageAddress }: Installation): string {
  return `export const environment = ${JSON.stringify(environment)};
export const storageAddress = ${JSON.stringify(storageAddress)};
`;
}
