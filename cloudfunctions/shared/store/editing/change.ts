/** Fields of a document to set; null takes one away that may be absent. */
export type Change<Document> = {
  [Field in keyof Document]?: undefined extends Document[Field] ? Document[Field] | null : Document[Field];
};
