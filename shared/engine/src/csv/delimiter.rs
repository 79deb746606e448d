//! Finding out which character separates the cells.

use super::rules::{CsvRule, CsvRules};
use super::scan::{Row, Scanner};

const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Bytes and rows that are looked at.
const SAMPLE_BYTES: usize = 64 * 1024;
const SAMPLE_ROWS: usize = 200;

/// The delimiter of a text, as far as it was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Detected {
    /// The character between cells.
    pub(crate) delimiter: u8,
    /// Whether looking at it came to the end of the text, so that a longer one could say otherwise.
    pub(crate) at_end: bool,
}

/// The character under which most rows are as wide as the header; among equals the one that gives more
/// columns. A comma when none gives two columns.
pub(crate) fn detect(text: &str, rules: &CsvRules) -> Detected {
    let mut best = (0.0, 0, b',');
    let mut at_end = false;
    for delimiter in CANDIDATES {
        let sample = agreement(text, delimiter, rules);
        at_end |= sample.at_end;
        if sample.columns >= 2 && (sample.agreement, sample.columns) > (best.0, best.1) {
            best = (sample.agreement, sample.columns, delimiter);
        }
    }
    Detected {
        delimiter: best.2,
        at_end,
    }
}

/// The first rows under one delimiter.
struct Sample {
    /// Share of the rows that are as wide as the header.
    agreement: f64,
    /// That width.
    columns: usize,
    at_end: bool,
}

fn agreement(text: &str, delimiter: u8, rules: &CsvRules) -> Sample {
    let mut scanner = Scanner::new(text, delimiter, rules.max_cell_bytes);
    let mut row = Row::default();
    let mut columns = 0;
    let mut agreeing = 0;
    let mut seen = 0_usize;
    let mut at_end = false;
    while seen < SAMPLE_ROWS && scanner.position() < SAMPLE_BYTES {
        match scanner.read(&mut row, 0) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                at_end |= error.rule == CsvRule::UnterminatedQuote;
                break;
            }
        }
        seen += 1;
        if seen == 1 {
            columns = row.extent.width;
        }
        agreeing += usize::from(row.extent.width == columns);
    }
    Sample {
        agreement: agreeing as f64 / seen.max(1) as f64,
        columns,
        at_end: at_end || scanner.position() == text.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(text: &str) -> char {
        char::from(detect(text, &CsvRules::default()).delimiter)
    }

    #[test]
    fn common_delimiters_are_found() {
        assert_eq!(detected("a,b\n1,2\n"), ',');
        assert_eq!(detected("a;b\n1,5;2,5\n"), ';');
        assert_eq!(detected("a\tb c\n1\t2, 3\n"), '\t');
        assert_eq!(detected("a|b\n1|2\n"), '|');
        assert_eq!(detected("name;note\nx;\"a, b, c\"\ny;d, e\n"), ';');
        assert_eq!(detected("a,b;c\n1,2;3\n4,\"5;6;7\"\n"), ',');
        assert_eq!(detected("single\n1\n"), ',');
    }
}
