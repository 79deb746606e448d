export const info = {
  title: 'About Stint',
}
