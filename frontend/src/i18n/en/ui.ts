export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  news: 'News',
  copied: 'Copied',
  typeToConfirm: (text: string) => `Type “${text}” to confirm`,
}
