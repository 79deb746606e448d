import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ApiError } from '@/api/apiError'
import { PutError } from '@/api/putObject'
import { previewOf } from '@/lib/csv/preview'
import { renderAround } from '@/test/render'
import { FilePreview } from './FilePreview'
import { UploadFailure } from './UploadFailure'

function preview(name: string, text: string) {
  const file = new File([text], name)
  renderAround(<FilePreview file={file} preview={previewOf(new TextEncoder().encode(text), false)} />)
}

describe('FilePreview', () => {
  it('shows the first rows and how they are separated', () => {
    preview('a.csv', 'name;size\nx;1,5\n')
    expect(screen.getByText(/separated by semicolons/)).toBeInTheDocument()
    expect(screen.getByRole('columnheader', { name: 'size' })).toBeInTheDocument()
    expect(screen.getByRole('cell', { name: '1,5' })).toBeInTheDocument()
  })

  it.each([
    ['ragged.csv', 'a,b\n1,2\n3\n', 'line 3 has 1 cell, the header has 2.'],
    ['twice.csv', 'a,a\n1,2\n', 'two columns are called “a”'],
    ['notes.txt', 'a,b\n1,2\n', 'does not end in .csv'],
    ['empty.csv', '', 'it is empty'],
  ])('says what is wrong with %s before it is sent', (name, text, reason) => {
    preview(name, text)
    expect(screen.getByText(/probably be refused/)).toHaveTextContent(reason)
  })
})

describe('UploadFailure', () => {
  it('names rule, line and column', () => {
    const fields = [
      { pointer: '/file', detail: 'line 3 has 1 cell', rule: 'ragged-row', line: 3, column: 'b' },
    ]
    renderAround(<UploadFailure file="a.csv" error={new ApiError('invalid-csv', 'refused', { fields })} />)
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent('a.csv was not accepted.')
    expect(alert).toHaveTextContent('line 3 has 1 cell')
    for (const place of ['rule ragged-row', 'line 3', 'column b']) {
      expect(screen.getByText(place)).toBeInTheDocument()
    }
  })

  it('knows what happened on the way to the storage', () => {
    renderAround(<UploadFailure file="a.csv" error={new PutError(0)} />)
    expect(screen.getByRole('alert')).toHaveTextContent('The storage could not be reached.')
  })
})
