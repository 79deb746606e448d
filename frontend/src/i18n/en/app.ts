export const app = {
  name: 'Stint',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  datasets: 'Datasets',
  training: 'Training',
  apiDocs: 'API',
  loading: 'Loading…',
  loadMore: 'Load more',
  tryAgain: 'Try again',
}
