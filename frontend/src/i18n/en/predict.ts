export const predict = {
  title: 'Predict',
}
