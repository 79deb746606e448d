//! Why rows of a CSV cannot be scored, and where the fault is.

use std::collections::BTreeSet;
use std::fmt;

use crate::{CsvError, CsvRow, ParameterError};

/// Faults that are reported at once.
const MAX_FAULTS: usize = 20;
/// Names and faults that a sentence holds.
const MAX_NAMED: usize = 5;

/// A cell that the model cannot take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// Line of the file, from 1, on which its row starts.
    pub line: Option<u64>,
    /// Its column.
    pub column: Option<String>,
    /// What was found and what would be right.
    pub detail: String,
}

impl fmt::Display for CellFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(formatter, "line {line}: ")?;
        }
        match &self.column {
            Some(column) => write!(formatter, "column {column:?} {}", self.detail),
            None => formatter.write_str(&self.detail),
        }
    }
}

/// Why a CSV is not scored.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScoringError {
    /// The file breaks a rule.
    #[error(transparent)]
    Csv(#[from] CsvError),
    /// The file has none of these columns, which are all that the model takes.
    #[error("it has none of the columns that the model takes: {}", listed(.0))]
    NoColumn(Vec<String>),
    /// Cells that the model cannot take: at least one, and the first 20 of a batch of rows at most.
    #[error("{}", sentence(.0))]
    Cells(Vec<CellFault>),
    /// The result would be longer than allowed.
    #[error(
        "the predictions of the first {rows} rows take more than the {} MiB that one file may have; \
         split the data into smaller files",
        .max_bytes / (1024 * 1024)
    )]
    TooLong {
        /// The most that is allowed, in bytes.
        max_bytes: usize,
        /// Rows that were scored before it was known.
        rows: u64,
    },
    /// The observer broke.
    #[error("the scoring was cancelled")]
    Cancelled,
}

/// The first names of a list, and how many more there are.
fn listed(names: &[String]) -> String {
    let mut shown: Vec<String> = names.iter().take(MAX_NAMED).cloned().collect();
    if names.len() > MAX_NAMED {
        shown.push(format!("and {} more", names.len() - MAX_NAMED));
    }
    shown.join(", ")
}

/// The first fault of each column.
fn sentence(faults: &[CellFault]) -> String {
    let mut columns = BTreeSet::new();
    let first: Vec<String> = faults
        .iter()
        .filter(|fault| columns.insert(&fault.column))
        .take(MAX_NAMED)
        .map(CellFault::to_string)
        .collect();
    let more = if faults.len() > first.len() {
        "; and there are more"
    } else {
        ""
    };
    format!("{}{more}", first.join("; "))
}

/// Turns pointers such as `/rows/3/age` into lines and columns.
pub(super) fn located(errors: &[ParameterError], rows: &[CsvRow<'_>]) -> ScoringError {
    let locate = |error: &ParameterError| {
        let mut parts = error.pointer.splitn(4, '/').skip(2);
        let row = parts.next().and_then(|index| index.parse::<usize>().ok());
        let column = parts.next();
        CellFault {
            line: row.and_then(|index| rows.get(index)).map(|row| row.line),
            column: column.map(|name| name.replace("~1", "/").replace("~0", "~")),
            detail: error.detail.clone(),
        }
    };
    ScoringError::Cells(errors.iter().take(MAX_FAULTS).map(locate).collect())
}
