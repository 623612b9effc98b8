/** The poll's id in a page's query, as the pages of one poll and of what belongs to one carry it; empty on other pages. */
export function pollOfPage(path: string): string {
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  return query.get('poll') ?? query.get('id') ?? '';
}
