export const home = {
  title: 'From a CSV to a model you can use',
  lead: 'Upload a table and get a trained, measured and downloadable model. Nothing runs, and nothing is billed, while nobody uses it.',
  openDatasets: 'Open your datasets',
  openWorkbench: 'Open the workbench',
  steps: [
    {
      title: 'Upload',
      text: 'The file goes straight to storage and is checked: every refusal says which rule, and where.',
    },
    { title: 'Train', text: 'Watch each stage as it runs, and see what it cost.' },
    { title: 'Compare', text: 'Every score stands beside its baseline and its interval.' },
  ],
}
