export const upload = {
  preparing: 'Preparing the upload…',
  sending: 'Uploading',
  checking: 'Checking the file…',
  progressLabel: (file: string) => `Upload of ${file}`,
  progress: (sent: string, total: string) => `${sent} of ${total}`,
  done: (file: string) => `${file} is ready.`,
  failed: (file: string) => `${file} was not accepted.`,
  cancelled: 'The upload was cancelled.',
  cancel: 'Cancel',
  storageUnreachable: 'The storage could not be reached. Check the connection and try again.',
  storageRefused: (status: number) =>
    `The storage refused the file (status ${status}). Try again with an unchanged file.`,
  unreadableFile: 'The file could not be read. It may have been moved or changed; choose it again.',
}
