//! Finding out which character separates the cells.

use super::rules::CsvRules;
use super::scan::{Row, Scanner};

const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Bytes and rows that are looked at.
const SAMPLE_BYTES: usize = 64 * 1024;
const SAMPLE_ROWS: usize = 200;

/// The character under which most rows are as wide as the header; among equals the one that gives more
/// columns. A comma when none gives two columns.
pub(crate) fn detect(text: &str, rules: &CsvRules) -> u8 {
    let mut best = (0.0, 0, b',');
    for delimiter in CANDIDATES {
        let (agreement, columns) = agreement(text, delimiter, rules);
        if columns >= 2 && (agreement, columns) > (best.0, best.1) {
            best = (agreement, columns, delimiter);
        }
    }
    best.2
}

/// Share of the sampled rows that are as wide as the header, and that width.
fn agreement(text: &str, delimiter: u8, rules: &CsvRules) -> (f64, usize) {
    let mut scanner = Scanner::new(text, delimiter, rules.max_cell_bytes);
    let mut row = Row::default();
    let mut columns = 0;
    let mut agreeing = 0;
    let mut seen = 0;
    while seen < SAMPLE_ROWS && scanner.position() < SAMPLE_BYTES {
        match scanner.read(&mut row, 0) {
            Ok(true) => {}
            Ok(false) | Err(_) => break,
        }
        seen += 1;
        if seen == 1 {
            columns = row.width;
        }
        agreeing += usize::from(row.width == columns);
    }
    if seen == 0 {
        (0.0, columns)
    } else {
        (agreeing as f64 / seen as f64, columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(text: &str) -> char {
        char::from(detect(text, &CsvRules::default()))
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
