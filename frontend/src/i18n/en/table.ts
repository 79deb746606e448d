export const table = {
  filter: 'Filter',
}
