//! Checking the header row.

use std::collections::HashMap;

use super::rules::{CsvError, CsvRule, CsvRules};
use super::scan::{Row, Scanner};
use super::value::{self, Value};

/// Reads and checks the first row; the names, trimmed. Fewer than `min_columns`, one or two, are refused.
pub(crate) fn read_header<'a>(
    scanner: &mut Scanner<'a>,
    row: &mut Row<'a>,
    min_columns: usize,
    rules: &CsvRules,
) -> Result<Vec<String>, CsvError> {
    scanner.read(row, rules.max_columns)?;
    let fault = |rule, column: Option<usize>, detail: String| {
        let column = column.map(|index| (index + 1).to_string());
        Err(CsvError {
            rule,
            detail,
            line: Some(row.extent.line),
            column,
        })
    };
    if row.extent.width > rules.max_columns {
        return fault(
            CsvRule::TooManyColumns,
            None,
            format!(
                "the header has {} columns; at most {} are allowed",
                row.extent.width, rules.max_columns
            ),
        );
    }
    if row.extent.width < min_columns {
        return fault(
            CsvRule::TooFewColumns,
            None,
            "the header has one column; expected at least two, separated by a comma, semicolon, tab \
             or |"
                .into(),
        );
    }
    let names: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).collect();
    if is_data(&names) {
        return fault(
            CsvRule::MissingHeader,
            None,
            format!(
                "the first row holds only numbers ({}, …), so it looks like data; expected a row of \
                 column names",
                names[0]
            ),
        );
    }
    let mut first_seen = HashMap::new();
    for (index, name) in names.iter().enumerate() {
        if name.is_empty() {
            let detail = format!("column {} of the header has no name", index + 1);
            return fault(CsvRule::EmptyName, Some(index), detail);
        }
        if name.len() > rules.max_name_bytes {
            let detail = format!(
                "the name of column {} is {} bytes long; at most {} are allowed",
                index + 1,
                name.len(),
                rules.max_name_bytes
            );
            return fault(CsvRule::NameTooLong, Some(index), detail);
        }
        if let Some(first) = first_seen.insert(*name, index) {
            let detail = format!(
                "columns {} and {} are both called {name:?}",
                first + 1,
                index + 1
            );
            return fault(CsvRule::DuplicateName, Some(index), detail);
        }
    }
    Ok(names.into_iter().map(str::to_owned).collect())
}

/// Whether the first row holds only numbers. The names 0, 1, 2, … that pandas gives are a header.
fn is_data(names: &[&str]) -> bool {
    let only_numbers = names
        .iter()
        .all(|name| matches!(value::parse(name), Value::Number(..) | Value::OutOfRange));
    let numbered = names.len() > 2
        && names
            .iter()
            .enumerate()
            .all(|(index, name)| name.parse() == Ok(index));
    only_numbers && !numbered
}
