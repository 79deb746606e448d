//! Splitting text into rows and cells.
//!
//! The dialect is that of the `csv` crate: RFC 4180, any line end, a quote inside an unquoted cell is
//! literal, blank lines are skipped. The `csv` crate itself accepts an unterminated quote silently and
//! does not count lines that end in a lone CR; as every fault must be located here, the scanner is ours
//! and the crate is the reference that tests compare it with.

use std::borrow::Cow;

use super::encoding::count_line_ends;
use super::rules::{CsvError, CsvRule};

/// One row: its cells, borrowed from the text unless a quote had to be unescaped.
#[derive(Debug, Default)]
pub(crate) struct Row<'a> {
    /// The first cells, up to the limit given to [`Scanner::read`].
    pub(crate) cells: Vec<Cow<'a, str>>,
    pub(crate) extent: Extent,
}

/// How large a row is and where.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extent {
    /// How many cells the row has, including those beyond the limit.
    pub(crate) width: usize,
    /// Line on which the row starts, from 1.
    pub(crate) line: u64,
}

/// Walks over the rows of a text.
#[derive(Clone, Debug)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    delimiter: u8,
    max_cell_bytes: usize,
}

impl<'a> Scanner<'a> {
    /// A scanner at the start of `text`. The delimiter must be an ASCII character.
    pub(crate) const fn new(text: &'a str, delimiter: u8, max_cell_bytes: usize) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            delimiter,
            max_cell_bytes,
        }
    }

    /// Bytes read so far.
    pub(crate) const fn position(&self) -> usize {
        self.at
    }

    /// Reads the next row that is not blank, keeping at most `limit` cells. `false` at the end.
    pub(crate) fn read(&mut self, row: &mut Row<'a>, limit: usize) -> Result<bool, CsvError> {
        row.cells.clear();
        let Some(extent) = self.append(&mut row.cells, limit)? else {
            return Ok(false);
        };
        row.extent = extent;
        Ok(true)
    }

    /// The same, behind the cells that are there already. `None` at the end.
    pub(crate) fn append(
        &mut self,
        cells: &mut Vec<Cow<'a, str>>,
        limit: usize,
    ) -> Result<Option<Extent>, CsvError> {
        let bytes = self.text.as_bytes();
        let before = cells.len();
        while self.at < bytes.len() {
            cells.truncate(before);
            let (line, start) = (self.line, self.at);
            let mut width = 0;
            let mut quoted = false;
            loop {
                quoted |= bytes.get(self.at) == Some(&b'"');
                let cell = self.cell(width)?;
                width += 1;
                if width <= limit {
                    cells.push(cell);
                }
                match bytes.get(self.at) {
                    Some(&byte) if byte == self.delimiter => self.at += 1,
                    _ => break,
                }
            }
            let end = self.at;
            self.line_end();
            let blank = width == 1 && !quoted && self.text[start..end].trim().is_empty();
            if !blank {
                return Ok(Some(Extent { width, line }));
            }
        }
        cells.truncate(before);
        Ok(None)
    }

    /// Reads a cell up to, not including, what ends it.
    fn cell(&mut self, index: usize) -> Result<Cow<'a, str>, CsvError> {
        let text = self.text;
        let bytes = text.as_bytes();
        if bytes.get(self.at) == Some(&b'"') {
            return self.quoted_cell(index);
        }
        let start = self.at;
        self.plain_text();
        self.check_length(self.at - start, index, self.line)?;
        Ok(Cow::Borrowed(&text[start..self.at]))
    }

    /// Moves to the next delimiter, line end or end of text.
    fn plain_text(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += first_of(rest, [self.delimiter, b'\n', b'\r']);
    }

    fn quoted_cell(&mut self, index: usize) -> Result<Cow<'a, str>, CsvError> {
        let text = self.text;
        let bytes = text.as_bytes();
        let opened_on = self.line;
        self.at += 1;
        let mut start = self.at;
        let mut unescaped = String::new();
        loop {
            let Some(offset) = memchr::memchr(b'"', &bytes[self.at..]) else {
                return Err(CsvError {
                    rule: CsvRule::UnterminatedQuote,
                    detail: format!(
                        "the quote opened in column {} of line {opened_on} is never closed",
                        index + 1
                    ),
                    line: Some(opened_on),
                    column: Some((index + 1).to_string()),
                });
            };
            let quote = self.at + offset;
            self.line += count_line_ends(&bytes[self.at..quote]);
            self.check_length(unescaped.len() + (quote - start), index, opened_on)?;
            self.at = quote + 1;
            if bytes.get(self.at) == Some(&b'"') {
                // A doubled quote stands for one quote.
                unescaped.push_str(&text[start..self.at]);
                self.at += 1;
                start = self.at;
                continue;
            }
            let tail = self.at;
            self.plain_text();
            if unescaped.is_empty() && tail == self.at {
                return Ok(Cow::Borrowed(&text[start..quote]));
            }
            unescaped.push_str(&text[start..quote]);
            unescaped.push_str(&text[tail..self.at]);
            self.check_length(unescaped.len(), index, opened_on)?;
            return Ok(Cow::Owned(unescaped));
        }
    }

    fn check_length(&self, length: usize, index: usize, line: u64) -> Result<(), CsvError> {
        if length <= self.max_cell_bytes {
            Ok(())
        } else {
            Err(self.too_long(index, line))
        }
    }

    #[cold]
    fn too_long(&self, index: usize, line: u64) -> CsvError {
        CsvError {
            rule: CsvRule::CellTooLong,
            detail: format!(
                "the cell in column {} of line {line} is longer than the {} bytes allowed; is a \
                 closing quote missing?",
                index + 1,
                self.max_cell_bytes
            ),
            line: Some(line),
            column: Some((index + 1).to_string()),
        }
    }

    /// Consumes LF, CR LF or CR.
    fn line_end(&mut self) {
        let bytes = self.text.as_bytes();
        if self.at < bytes.len() {
            self.at += if bytes[self.at..].starts_with(b"\r\n") {
                2
            } else {
                1
            };
            self.line += 1;
        }
    }
}

/// Where the first of some ASCII characters is; the length if there is none.
///
/// Eight bytes at a time: a byte of `word` is zero where its highest bit in the result is set, and the lowest of these
/// bits is never set in error (Warren, *Hacker's Delight*, §6–1).
fn first_of(bytes: &[u8], wanted: [u8; 3]) -> usize {
    const ONES: u64 = u64::from_le_bytes([0x01; 8]);
    const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);
    let patterns = wanted.map(|byte| ONES * u64::from(byte));
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & HIGHEST;
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = patterns
            .iter()
            .fold(0, |found, pattern| found | zeros(word ^ pattern));
        if found != 0 {
            return 8 * index + found.trailing_zeros() as usize / 8;
        }
    }
    let end = rest.iter().position(|byte| wanted.contains(byte));
    8 * words.len() + end.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &str, delimiter: u8) -> Result<Vec<(u64, Vec<String>)>, CsvError> {
        let mut scanner = Scanner::new(text, delimiter, 1000);
        let mut row = Row::default();
        let mut all = Vec::new();
        while scanner.read(&mut row, usize::MAX)? {
            all.push((
                row.extent.line,
                row.cells.iter().map(ToString::to_string).collect(),
            ));
        }
        Ok(all)
    }

    fn own(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn line_ends_may_be_mixed_and_are_counted_once() {
        assert_eq!(
            rows("a,b\r\nc,d\re,f\n\ng,\"h\r\ni\"\rj,k", b','),
            Ok(vec![
                own(1, &["a", "b"]),
                own(2, &["c", "d"]),
                own(3, &["e", "f"]),
                own(5, &["g", "h\r\ni"]),
                own(7, &["j", "k"]),
            ])
        );
    }

    #[test]
    fn quotes_are_unescaped() {
        assert_eq!(
            rows("\"a\"\"b\",\"c,d\"x,e\"f,\"\"\n", b','),
            Ok(vec![own(1, &["a\"b", "c,dx", "e\"f", ""])])
        );
    }

    #[test]
    fn an_open_quote_is_located() {
        let error = rows("a,b\n1,\"2\n3,4\n", b',').expect_err("must be refused");
        assert_eq!(error.rule, CsvRule::UnterminatedQuote);
        assert_eq!((error.line, error.column.as_deref()), (Some(2), Some("2")));
    }

    #[test]
    fn a_long_cell_is_located() {
        for text in [
            format!("a,b\n1,{}\n", "x".repeat(1001)),
            format!("a,b\n1,\"{}\"\n", "\"\"".repeat(1001)),
        ] {
            let error = rows(&text, b',').expect_err("must be refused");
            assert_eq!(error.rule, CsvRule::CellTooLong);
            assert_eq!((error.line, error.column.as_deref()), (Some(2), Some("2")));
        }
    }

    #[test]
    fn cells_beyond_the_limit_are_counted_but_not_kept() {
        let mut row = Row::default();
        assert_eq!(Scanner::new("a,b,c,d", b',', 9).read(&mut row, 2), Ok(true));
        assert_eq!((row.cells.len(), row.extent.width), (2, 4));
    }

    proptest! {
        /// Whatever the `csv` crate reads from text without an open quote, the scanner reads too.
        #[test]
        fn agrees_with_the_csv_crate(text in "([ab\",;\n\r é]|\"\"|\r\n){0,60}") {
            let Ok(ours) = rows(&text, b',') else {
                return Ok(());
            };
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.expect("valid UTF-8").iter().map(str::to_owned).collect())
                // The csv crate keeps rows of spaces; the scanner skips them as blank.
                .filter(|cells: &Vec<String>| cells.len() > 1 || !cells[0].trim().is_empty())
                .collect();
            let ours: Vec<Vec<String>> = ours
                .into_iter()
                .map(|(_, cells)| cells)
                .filter(|cells| cells.len() > 1 || !cells[0].trim().is_empty())
                .collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn the_first_of_three_is_found(
            bytes in prop::collection::vec(prop::sample::select(&b",-+\n\r\x0b\x8a\xffx"[..]), 0..40),
        ) {
            let naive = bytes.iter().position(|byte| b",\n\r".contains(byte)).unwrap_or(bytes.len());
            prop_assert_eq!(first_of(&bytes, [b',', b'\n', b'\r']), naive);
        }

        #[test]
        fn any_written_table_is_read_back(
            table in prop::collection::vec(prop::collection::vec("\\PC{0,8}|[\",\n\r]{0,4}", 3), 1..8),
            delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        ) {
            let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
            for cells in &table {
                writer.write_record(cells).expect("writes to memory");
            }
            let text = String::from_utf8(writer.into_inner().expect("flushes")).expect("UTF-8");
            let read: Vec<Vec<String>> =
                rows(&text, delimiter).expect("well-formed").into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(read, table);
        }

        #[test]
        fn never_panics(text in "\\PC{0,80}|[\",\r\n;]{0,80}") {
            let _ = rows(&text, b';');
        }
    }
}
