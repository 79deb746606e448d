export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  copied: 'Copied',
  typeToConfirm: (text: string) => `Type “${text}” to confirm`,
}
