export const newTraining = {
  title: 'New training',
}
