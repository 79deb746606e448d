export const charts = {
  asTable: 'Show as table',
  hint: 'Left and Right read the values one by one, Up and Down change the series.',
  hintOpen: 'Enter opens what the cursor is on.',
  inRange: (some: number, all: number) => `${some} of ${all} in range`,
  clearRanges: 'Clear the ranges',
  from: 'From',
  to: 'To',
}
