//! Reading a CSV row by row as text, by the same rules as for training.

use std::borrow::Cow;

use super::rules::{CsvError, CsvRules};
use super::scan::{Row, Scanner};
use super::table::check_width;
use super::{delimiter, encoding, header};

/// The rows of a CSV as text: for rows to predict for, or to look at.
///
/// It is read as for training: the same delimiters, quotes and line ends, with the same errors. Ends after
/// the first error. A single column is enough.
#[derive(Clone, Debug)]
pub struct CsvRows<'a> {
    names: Vec<String>,
    scanner: Scanner<'a>,
    failed: bool,
}

/// A row of a CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvRow<'a> {
    /// Line on which the row starts, from 1.
    pub line: u64,
    /// As many cells as the header has, as written in the file.
    pub cells: Vec<Cow<'a, str>>,
}

impl<'a> CsvRows<'a> {
    /// Checks that the bytes are text and reads the header.
    ///
    /// # Errors
    /// The first rule that the file breaks.
    pub fn open(bytes: &'a [u8], rules: &CsvRules) -> Result<Self, CsvError> {
        let text = encoding::decode(bytes)?;
        let delimiter = delimiter::detect(text, rules).delimiter;
        let mut scanner = Scanner::new(text, delimiter, rules.max_cell_bytes);
        let names = header::read_header(&mut scanner, &mut Row::default(), 1, rules)?;
        Ok(Self {
            names,
            scanner,
            failed: false,
        })
    }

    /// Column names from the header, trimmed.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

impl<'a> Iterator for CsvRows<'a> {
    type Item = Result<CsvRow<'a>, CsvError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let mut row = Row::default();
        let read = match self.scanner.read(&mut row, self.names.len()) {
            Ok(false) => return None,
            Ok(true) => check_width(row.extent, &self.names),
            Err(error) => Err(error),
        };
        self.failed = read.is_err();
        Some(read.map(|()| CsvRow {
            line: row.extent.line,
            cells: row.cells,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CsvRule;

    fn open(text: &str) -> CsvRows<'_> {
        CsvRows::open(text.as_bytes(), &CsvRules::default()).expect("sound")
    }

    #[test]
    fn rows_come_with_their_lines() {
        let rows = open("a;b\r\n1,5;\"x\ny\"\r\n\r\n2;z\r\n");
        assert_eq!(rows.names(), ["a", "b"]);
        let rows: Vec<CsvRow<'_>> = rows.collect::<Result<_, _>>().expect("sound");
        assert_eq!((rows[0].line, rows[1].line), (2, 5));
        assert_eq!(rows[0].cells, ["1,5", "x\ny"]);
        assert_eq!(rows[1].cells, ["2", "z"]);
    }

    #[test]
    fn one_column_is_enough() {
        let rows: Vec<_> = open("name\n1\n2\n").collect();
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn it_ends_at_the_first_fault() {
        let mut rows = open("a,b\n1,2\n3\n4,5\n");
        assert!(rows.next().is_some_and(|row| row.is_ok()));
        let fault = rows.next().map(|row| row.map_err(|error| error.rule));
        assert_eq!(fault, Some(Err(CsvRule::RaggedRow)));
        assert_eq!(rows.next(), None);
    }
}
