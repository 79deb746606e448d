/** What one can look at on the page of a dataset. */
export const DETAIL_VIEWS = ['table', 'columns', 'analysis', 'versions'] as const
export type DetailView = (typeof DETAIL_VIEWS)[number]
