//! The first rows of a CSV, without the rest of the file.

use super::rules::{CsvError, CsvRule, CsvRules};
use super::scan::{Row, Scanner};
use super::table::{check_width, trim};
use super::{delimiter, encoding, header, value};

/// The first rows of a CSV, as they are read for training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvHead {
    /// Column names from the header, trimmed.
    pub names: Vec<String>,
    /// As many cells in each row as there are names: trimmed text, `None` where the cell counts as empty.
    pub rows: Vec<Vec<Option<String>>>,
}

impl CsvHead {
    /// Reads up to `rows` rows from the first bytes of a file, which may end anywhere, unless they are the
    /// `whole` file. What is read is what reading the whole file gives; `None` when only more bytes can tell
    /// what that is.
    ///
    /// # Errors
    /// The first rule that these bytes break, whatever follows them.
    pub fn read(
        bytes: &[u8],
        whole: bool,
        rows: usize,
        rules: &CsvRules,
    ) -> Result<Option<Self>, CsvError> {
        let bytes = if whole {
            bytes
        } else {
            complete_characters(bytes)
        };
        match read(bytes, whole, rows, rules) {
            Ok(read) => Ok(read),
            // Either may be mended by what follows.
            Err(error)
                if !whole
                    && matches!(error.rule, CsvRule::UnterminatedQuote | CsvRule::EmptyFile) =>
            {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

fn read(
    bytes: &[u8],
    whole: bool,
    rows: usize,
    rules: &CsvRules,
) -> Result<Option<CsvHead>, CsvError> {
    let text = encoding::decode(bytes)?;
    let found = delimiter::detect(text, rules);
    let mut scanner = Scanner::new(text, found.delimiter, rules.max_cell_bytes);
    // A row that ends where the bytes end may go on after them.
    let may_go_on = |scanner: &Scanner<'_>| !whole && scanner.position() == text.len();
    let mut row = Row::default();
    let names = header::read_header(&mut scanner, &mut row, 1, rules);
    if may_go_on(&scanner) || (found.at_end && !whole) {
        return Ok(None);
    }
    let names = names?;
    let mut read = Vec::with_capacity(rows.min(1000));
    while read.len() < rows {
        let more = scanner.read(&mut row, names.len())?;
        if may_go_on(&scanner) {
            return Ok(None);
        }
        if !more {
            break;
        }
        check_width(row.extent, &names)?;
        row.cells.iter_mut().for_each(trim);
        let cells = row.cells.drain(..);
        let cells = cells.map(|cell| (!value::is_missing(&cell)).then(|| cell.into_owned()));
        read.push(cells.collect());
    }
    Ok(Some(CsvHead { names, rows: read }))
}

/// The bytes without a last character that is not complete.
fn complete_characters(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => &bytes[..error.valid_up_to()],
        _ => bytes,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn head(bytes: &[u8], whole: bool, rows: usize) -> Result<Option<CsvHead>, CsvError> {
        CsvHead::read(bytes, whole, rows, &CsvRules::default())
    }

    #[test]
    fn cells_are_read_as_for_training() {
        let text = "\u{feff}a;b\r\n 1,5 ;\"x;\ny\"\r\n\r\nNA;\"\"\r\n";
        let all = head(text.as_bytes(), true, 10)
            .expect("sound")
            .expect("whole");
        assert_eq!(all.names, ["a", "b"]);
        let cell = |text: &str| Some(text.to_owned());
        assert_eq!(
            all.rows,
            [vec![cell("1,5"), cell("x;\ny")], vec![None, None]]
        );
        let one = head(text.as_bytes(), true, 1)
            .expect("sound")
            .expect("whole");
        assert_eq!(one.rows, all.rows[..1]);
    }

    #[test]
    fn a_row_that_may_go_on_is_not_read() {
        let text = "a,b\n".to_owned() + &"1,2\n".repeat(300) + "3,4";
        for rows in [1, 299] {
            let read = head(text.as_bytes(), false, rows).expect("sound");
            assert_eq!(read.expect("enough").rows.len(), rows);
        }
        assert_eq!(head(text.as_bytes(), false, 301), Ok(None));
        let all = head(text.as_bytes(), true, 999)
            .expect("sound")
            .expect("whole");
        assert_eq!(all.rows.len(), 301);
    }

    #[test]
    fn a_fault_that_nothing_can_mend_is_named() {
        let text = "a,b\n1,2,3\n".to_owned() + &"1,2\n".repeat(300);
        let error = head(text.as_bytes(), false, 5).expect_err("must be refused");
        assert_eq!(error.rule, CsvRule::RaggedRow);
        let error = head(b"a,b\n1,\"2\n", true, 5).expect_err("must be refused");
        assert_eq!(error.rule, CsvRule::UnterminatedQuote);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        /// Wherever the bytes end, they give what the whole file gives, or nothing.
        #[test]
        fn a_part_never_tells_anything_else(
            rows in prop::collection::vec(
                prop::collection::vec("[ab\",;|\t é]{0,4}|\"\n\"|[\r\n]", 3),
                1..6,
            ),
            line_end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
            delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
            tail in 0_usize..260,
        ) {
            let mut text = format!("x{0}y{0}z{line_end}", char::from(delimiter)).into_bytes();
            let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
            for cells in &rows {
                writer.write_record(cells).expect("writes to memory");
            }
            text.extend(writer.into_inner().expect("flushes"));
            let plain = format!("1{0}2{0}3{line_end}", char::from(delimiter));
            text.extend(plain.repeat(tail).into_bytes());
            let whole = head(&text, true, 4);
            for end in 0..text.len() {
                let part = head(&text[..end], false, 4);
                prop_assert!(part == Ok(None) || part == whole, "{}: {:?}", end, part);
            }
        }
    }
}
