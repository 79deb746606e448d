//! Reading a whole CSV into typed columns.

use std::borrow::Cow;

use super::blocks::read_rows;
use super::column::{Builder, Column};
use super::rules::{CsvError, CsvRule, CsvRules};
use super::scan::{Extent, Row, Scanner};
use super::{delimiter, encoding, header};

/// A target and something to learn from.
const MIN_COLUMNS: usize = 2;

/// A CSV, read.
///
/// Memory is bounded by the file: 8 bytes per number, 4 per word and 8 per row, plus a dictionary of at
/// most 65,536 words per column.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) delimiter: char,
    pub(crate) columns: Vec<Column>,
    /// Share of empty cells.
    pub(crate) empty_ratio: f64,
    /// A hash per row, equal for rows that are equal.
    pub(crate) row_hashes: Vec<u64>,
}

impl Table {
    /// Rows below the header.
    pub(crate) fn rows(&self) -> usize {
        self.row_hashes.len()
    }

    /// The column of that name.
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Reads and checks a CSV.
    pub(crate) fn read(bytes: &[u8], rules: &CsvRules) -> Result<Self, CsvError> {
        let text = encoding::decode(bytes)?;
        let delimiter = delimiter::detect(text, rules).delimiter;
        let mut scanner = Scanner::new(text, delimiter, rules.max_cell_bytes);
        let mut row = Row::default();
        let names = header::read_header(&mut scanner, &mut row, MIN_COLUMNS, rules)?;
        let body = scanner.clone();

        let mut builders: Vec<Builder> = names.iter().map(|_| Builder::new()).collect();
        let rows = read_rows(scanner, &names, &mut builders)?;
        reread(body, &mut builders)?;

        let cells = rows.hashes.len() * names.len();
        check_rows(rows.hashes.len(), rules)?;
        let empty_ratio = rows.empty_cells as f64 / cells.max(1) as f64;
        let columns: Vec<Column> = builders
            .into_iter()
            .zip(names)
            .map(|(builder, name)| builder.finish(name))
            .collect();
        check_empty(empty_ratio, rows.empty_cells, cells, &columns, rules)?;
        Ok(Self {
            delimiter: char::from(delimiter),
            columns,
            empty_ratio,
            row_hashes: rows.hashes,
        })
    }
}

/// Reads again, as words, the cells of columns whose type changed after them.
fn reread(mut body: Scanner<'_>, builders: &mut [Builder]) -> Result<(), CsvError> {
    let rows = builders
        .iter()
        .map(|builder| builder.reread)
        .max()
        .unwrap_or(0);
    let mut row = Row::default();
    for index in 0..rows {
        body.read(&mut row, builders.len())?;
        for (builder, cell) in builders.iter_mut().zip(&mut row.cells) {
            if index < builder.reread {
                trim(cell);
                builder.set(cell, index);
            }
        }
    }
    Ok(())
}

/// Takes away white space around a cell.
pub(super) fn trim(cell: &mut Cow<'_, str>) {
    // Nearly all cells begin and end with a visible ASCII character.
    let is_visible = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_visible(cell.as_bytes().first()) && is_visible(cell.as_bytes().last()) {
        return;
    }
    match cell {
        Cow::Borrowed(text) => *text = text.trim(),
        Cow::Owned(text) => {
            let trimmed = text.trim();
            if trimmed.len() < text.len() {
                *text = trimmed.to_owned();
            }
        }
    }
}

pub(super) fn check_width(row: Extent, names: &[String]) -> Result<(), CsvError> {
    if row.width == names.len() {
        return Ok(());
    }
    let (problem, column) = if row.width < names.len() {
        ("the first one missing is", names[row.width].clone())
    } else {
        ("the last one named is", names[names.len() - 1].clone())
    };
    Err(CsvError {
        rule: CsvRule::RaggedRow,
        detail: format!(
            "line {} has {} cell{}, the header has {}; {problem} {column:?}",
            row.line,
            row.width,
            if row.width == 1 { "" } else { "s" },
            names.len()
        ),
        line: Some(row.line),
        column: Some(column),
    })
}

fn check_rows(rows: usize, rules: &CsvRules) -> Result<(), CsvError> {
    if rows >= rules.min_data_rows {
        return Ok(());
    }
    Err(CsvError {
        rule: CsvRule::TooFewRows,
        detail: format!(
            "{rows} data rows below the header; expected at least {}",
            rules.min_data_rows
        ),
        line: None,
        column: None,
    })
}

fn check_empty(
    ratio: f64,
    empty: usize,
    cells: usize,
    columns: &[Column],
    rules: &CsvRules,
) -> Result<(), CsvError> {
    if ratio <= rules.max_empty_ratio {
        return Ok(());
    }
    let emptiest = columns.iter().max_by_key(|column| column.missing);
    Err(CsvError {
        rule: CsvRule::TooManyEmpty,
        detail: format!(
            "{empty} of {cells} cells ({:.1} %) are empty; at most {:.1} % are allowed{}",
            100.0 * ratio,
            100.0 * rules.max_empty_ratio,
            emptiest.map_or_else(String::new, |column| format!(
                "; the emptiest column is {:?}",
                column.name
            )),
        ),
        line: None,
        column: emptiest.map(|column| column.name.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::column::{Data, MISSING};
    use super::*;

    fn read(text: &str) -> Result<Table, CsvError> {
        Table::read(text.as_bytes(), &CsvRules::default())
    }

    fn words(column: &Column) -> Vec<Option<&str>> {
        let Data::Words { codes, levels, .. } = &column.data else {
            panic!("{column:?} is not words");
        };
        codes
            .iter()
            .map(|&code| (code != MISSING).then(|| levels[code as usize].word.as_str()))
            .collect()
    }

    #[test]
    fn a_late_change_of_type_loses_nothing() {
        let table = read("a,b\n1,x\n,y\n02.0,x\nlate,y\nNA,x\n").expect("sound");
        assert_eq!(
            words(&table.columns[0]),
            [Some("1"), None, Some("02.0"), Some("late"), None]
        );
        assert_eq!(table.columns[0].missing, 2);
        let table = read("a,b\n2024-01-01,x\n5,y\n").expect("sound");
        assert_eq!(words(&table.columns[0]), [Some("2024-01-01"), Some("5")]);
    }

    #[test]
    fn numbers_out_of_range_become_missing_and_are_counted() {
        let table = read("a,b\ninf,x\n1,x\n1e400,y\n-0,y\n").expect("sound");
        let column = &table.columns[0];
        assert_eq!((column.missing, column.out_of_range), (2, Some((2, 2))));
        let Data::Numbers(values) = &column.data else {
            panic!("{column:?}")
        };
        assert!(values[0].is_nan() && values[2].is_nan());
        assert_eq!(values[3].to_bits(), 0.0_f64.to_bits());
        // Among words, infinity is a word.
        let table = read("a,b\ninf,x\nfoo,x\n").expect("sound");
        assert_eq!(words(&table.columns[0]), [Some("inf"), Some("foo")]);
    }

    #[test]
    fn decimal_commas_and_points_do_not_mix() {
        let table = read("a;b;c\n1,5;1,5;1\n2,5;2.5;2\n").expect("sound");
        assert!(table.columns[0].decimal_comma);
        assert!(matches!(&table.columns[0].data, Data::Numbers(values) if values == &[1.5, 2.5]));
        assert_eq!(words(&table.columns[1]), [Some("1,5"), Some("2.5")]);
        assert!(matches!(&table.columns[2].data, Data::Numbers(_)));
    }

    #[test]
    fn more_words_than_categories_are_only_counted() {
        let text: String = (0..70_000)
            .map(|row| format!("word{},{}\n", row % 66_000, row % 3))
            .collect();
        let table = read(&format!("a,b\n{text}")).expect("sound");
        assert!(matches!(
            table.columns[0].data,
            Data::Wide { unique: 66_000, .. }
        ));
        assert_eq!(table.rows(), 70_000);
    }

    #[test]
    fn each_broken_rule_is_named_and_located() {
        let cases = [
            ("a,b\n1,2,3\n4,5\n", CsvRule::RaggedRow, Some(2), Some("b")),
            ("a,b\n1,2\n\n3\n", CsvRule::RaggedRow, Some(4), Some("b")),
            ("a\n1\n2\n", CsvRule::TooFewColumns, Some(1), None),
            (
                "a,,b\n1,2,3\n4,5,6\n",
                CsvRule::EmptyName,
                Some(1),
                Some("2"),
            ),
            (
                "\n\na,a\n1,2\n3,4\n",
                CsvRule::DuplicateName,
                Some(3),
                Some("2"),
            ),
            ("1,2.5\n3,4\n5,6\n", CsvRule::MissingHeader, Some(1), None),
            ("a,b\n1,2\n", CsvRule::TooFewRows, None, None),
            ("a,b\n", CsvRule::TooFewRows, None, None),
            ("a,b\n,\n1,NaN\n", CsvRule::TooManyEmpty, None, Some("b")),
            (
                "a,b\n1,2\n\"3,4\n",
                CsvRule::UnterminatedQuote,
                Some(3),
                Some("1"),
            ),
        ];
        for (text, rule, line, column) in cases {
            let error = read(text).expect_err(text);
            assert_eq!(
                (error.rule, error.line, error.column.as_deref()),
                (rule, line, column),
                "{text:?}: {error}"
            );
        }
        let long = format!("a,{}\n1,2\n3,4\n", "x".repeat(257));
        assert_eq!(read(&long).expect_err("long").rule, CsvRule::NameTooLong);
        let wide = format!("{}\n{}\n", "x,".repeat(100_000), "1,".repeat(100_000));
        assert_eq!(read(&wide).expect_err("wide").rule, CsvRule::TooManyColumns);
    }

    #[test]
    fn names_that_are_numbers_in_sequence_are_a_header() {
        assert!(read("0,1,2\n5,6,7\n8,9,1\n").is_ok());
    }
}
