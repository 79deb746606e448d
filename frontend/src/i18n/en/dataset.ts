export const dataset = {
  title: 'Dataset',
}
