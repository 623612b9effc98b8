/** What is said beneath a picture that was not saved. */
export interface AlbumNotice {
  title: string;
  detail: string;
  action: string;
  /** WeChat asks once only: from then on its settings alone help. */
  needsSettings: boolean;
}
