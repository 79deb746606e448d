export const run = {
  title: 'Training run',
}
