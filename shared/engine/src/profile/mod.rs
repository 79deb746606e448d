//! What is in a CSV: the kind of every column, its values, and what is odd about it.

mod kind;
mod suggest;
mod summary;
mod types;

pub(crate) use kind::{kind_of, true_word};
pub(crate) use suggest::{default_target, default_task};
pub(crate) use summary::sorted_present;
pub use types::{
    ColumnKind, ColumnProfile, ColumnSchema, Histogram, NumericSummary, Profile, Quantiles,
    TargetSuggestion, ValueCount, Warning, WarningKind,
};

use crate::csv::{CELLS_WORTH_THREADS, Column, CsvError, CsvRules, Data, Level, Table};
use crate::parallel::map_at_most;

/// Values listed of a column of words.
const TOP_VALUES: usize = 10;

/// Checks a CSV against `rules` and describes its columns.
///
/// # Errors
/// The first rule that the file breaks, with line and column.
pub fn profile_csv(bytes: &[u8], rules: &CsvRules) -> Result<Profile, CsvError> {
    Ok(profile_table(&Table::read(bytes, rules)?))
}

/// Describes the columns of a table.
pub(crate) fn profile_table(table: &Table) -> Profile {
    let rows = table.rows();
    let threads = if rows * table.columns.len() < CELLS_WORTH_THREADS {
        1
    } else {
        usize::MAX
    };
    let columns = table.columns.iter().collect();
    let columns = map_at_most(
        threads,
        columns,
        |_| 0,
        |column| profile_column(column, rows),
    );
    let duplicate_rows = count_duplicates(&table.row_hashes);
    let mut warnings = Vec::new();
    if duplicate_rows > 0 {
        warnings.push(Warning {
            kind: WarningKind::DuplicateRows,
            column: None,
            detail: format!("{duplicate_rows} of {rows} rows repeat an earlier row"),
        });
    }
    let mut profile = Profile {
        rows,
        delimiter: table.delimiter,
        columns,
        warnings,
        target_suggestion: None,
        duplicate_rows,
        empty_ratio: table.empty_ratio,
    };
    profile.target_suggestion = suggest::suggest_target(&profile.schema(), rows);
    profile
}

fn profile_column(column: &Column, rows: usize) -> ColumnProfile {
    let kind = kind_of(column);
    let (unique, numeric, top_values) = match &column.data {
        Data::Empty => (0, None, Vec::new()),
        Data::Numbers(values) => {
            let sorted = summary::sorted_present(values);
            (
                summary::count_distinct(&sorted),
                Some(summary::summarize(&sorted)),
                Vec::new(),
            )
        }
        Data::Moments(seconds) => (
            summary::count_distinct(&summary::sorted_present(seconds)),
            None,
            Vec::new(),
        ),
        Data::Words { levels, .. } => (levels.len(), None, top_values(levels, TOP_VALUES)),
        Data::Wide { unique, .. } => (*unique, None, Vec::new()),
    };
    let warnings = warnings(column, kind, unique, rows);
    ColumnProfile {
        name: column.name.clone(),
        kind,
        missing: column.missing,
        unique,
        numeric,
        top_values,
        warnings,
    }
}

/// The most frequent words, at most so many; equally frequent ones in alphabetical order.
pub(crate) fn top_values(levels: &[Level], most: usize) -> Vec<ValueCount> {
    let mut levels: Vec<&Level> = levels.iter().collect();
    levels.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.word.cmp(&b.word)));
    levels
        .into_iter()
        .take(most)
        .map(|level| ValueCount {
            value: level.word.clone(),
            count: level.count,
        })
        .collect()
}

fn warnings(column: &Column, kind: ColumnKind, unique: usize, rows: usize) -> Vec<Warning> {
    let name = &column.name;
    let mut warnings = reading_warnings(column);
    let mut warn = |kind, detail| {
        warnings.push(Warning {
            kind,
            column: Some(name.clone()),
            detail,
        });
    };
    match unique {
        0 => warn(
            WarningKind::AllMissing,
            format!("every cell of {name:?} is empty"),
        ),
        1 => warn(
            WarningKind::Constant,
            format!("{name:?} holds one value only"),
        ),
        _ => {}
    }
    if unique > 0 && 2 * column.missing > rows {
        let detail = format!("{} of {rows} cells of {name:?} are empty", column.missing);
        warn(WarningKind::MostlyMissing, detail);
    }
    match kind {
        ColumnKind::Id => warn(
            WarningKind::Identifier,
            format!("{name:?} names the rows; a model cannot learn from it"),
        ),
        ColumnKind::Text => warn(
            WarningKind::FreeText,
            format!("{name:?} has {unique} distinct texts, too many to learn from as categories"),
        ),
        _ => {}
    }
    warnings
}

/// What a user should know about how the numbers of a column were read.
pub(crate) fn reading_warnings(column: &Column) -> Vec<Warning> {
    let name = &column.name;
    let mut warnings = Vec::new();
    let mut warn = |kind, detail| {
        warnings.push(Warning {
            kind,
            column: Some(name.clone()),
            detail,
        });
    };
    if let Some((count, line)) = column.out_of_range {
        let detail = format!(
            "{count} cells of {name:?} are infinite or too large for a 64-bit float and count as \
             missing; the first is on line {line}"
        );
        warn(WarningKind::OutOfRange, detail);
    }
    if column.decimal_comma {
        let detail = format!("the numbers of {name:?} are read with a decimal comma");
        warn(WarningKind::DecimalComma, detail);
    }
    warnings
}

/// Rows that are equal to an earlier row.
fn count_duplicates(row_hashes: &[u64]) -> usize {
    let mut sorted = row_hashes.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).filter(|pair| pair[0] == pair[1]).count()
}
