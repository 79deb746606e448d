export const artifacts = {
  title: 'Models',
}
