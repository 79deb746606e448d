export const charts = {
  asTable: 'Show as table',
  hint: 'Left and Right read the values one by one, Up and Down change the series.',
  hintOpen: 'Enter opens what the cursor is on.',
  from: 'From',
  to: 'To',
}
