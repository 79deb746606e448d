//! From the cells of a column to its kind.

use crate::csv::{Column, Data, Level, Shape};

use super::types::ColumnKind;

/// Words that are always a pair.
const BOOLEAN_PAIRS: [[&str; 2]; 4] = [["false", "true"], ["no", "yes"], ["f", "t"], ["n", "y"]];

/// Fewer rows than this say too little to call a column of words an id or free text.
const FEW_ROWS: u64 = 20;

/// Words longer than this on average are sentences, not categories.
const SENTENCE_BYTES: f64 = 50.0;

/// A column with this many distinct words is text when they also make up half of the rows.
const MANY_WORDS: usize = 50;

/// The kind of a column.
pub(crate) fn kind_of(column: &Column) -> ColumnKind {
    match &column.data {
        Data::Empty => ColumnKind::Categorical,
        Data::Numbers(values) if is_numbering(&column.name, values) => ColumnKind::Id,
        Data::Numbers(_) => ColumnKind::Numeric,
        Data::Moments(_) => ColumnKind::Datetime,
        Data::Words { levels, shape, .. } => kind_of_words(levels, *shape),
        Data::Wide { shape, .. } => {
            if shape.with_blank == 0 {
                ColumnKind::Id
            } else {
                ColumnKind::Text
            }
        }
    }
}

fn kind_of_words(levels: &[Level], shape: Shape) -> ColumnKind {
    let cells: u64 = levels.iter().map(|level| level.count).sum();
    if true_word(levels.iter().map(|level| level.word.as_str())).is_some() {
        return ColumnKind::Boolean;
    }
    let mean_bytes = shape.bytes as f64 / cells.max(1) as f64;
    let all_unique = levels.len() as u64 == cells;
    if all_unique && cells >= FEW_ROWS {
        let plain = mean_bytes <= SENTENCE_BYTES && 2 * shape.with_blank < cells;
        return if plain {
            ColumnKind::Id
        } else {
            ColumnKind::Text
        };
    }
    let mostly_distinct = levels.len() > MANY_WORDS && 2 * levels.len() as u64 > cells;
    if mean_bytes > SENTENCE_BYTES || mostly_distinct {
        return ColumnKind::Text;
    }
    ColumnKind::Categorical
}

/// Of two words that are a pair such as no and yes, the affirmative one.
pub(crate) fn true_word<'a>(words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let words: Vec<&str> = words.take(3).collect();
    let [a, b] = words[..] else {
        return None;
    };
    BOOLEAN_PAIRS.iter().find_map(|[no, yes]| {
        let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
        if is(a, no) && is(b, yes) {
            Some(b)
        } else if is(a, yes) && is(b, no) {
            Some(a)
        } else {
            None
        }
    })
}

/// Whether numbers only name rows: whole, all different, and called an id or counting up from 0 or 1.
fn is_numbering(name: &str, values: &[f64]) -> bool {
    if values
        .iter()
        .any(|value| value.is_nan() || value.fract() != 0.0)
    {
        return false;
    }
    let counts_up = values.len() as u64 >= FEW_ROWS
        && matches!(values[0], 0.0 | 1.0)
        && values.windows(2).all(|pair| pair[1] - pair[0] == 1.0);
    if counts_up {
        return true;
    }
    if !is_id_name(name) {
        return false;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.windows(2).all(|pair| pair[0] != pair[1])
}

fn is_id_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "id" | "index" | "uuid" | "guid" | "rowid" | "row" | "key" | "unnamed: 0"
    ) || ["_id", " id", "-id", ".id", "_uuid", "_key"]
        .iter()
        .any(|end| lower.ends_with(end))
        || name.ends_with("Id")
        || name.ends_with("ID")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::{CsvRules, Table};

    /// The kind of a first column with these cells.
    fn kind(name: &str, cells: impl IntoIterator<Item = String>) -> ColumnKind {
        let rows: String = cells
            .into_iter()
            .map(|cell| format!("{cell},x\n"))
            .collect();
        let table = Table::read(
            format!("{name},other\n{rows}").as_bytes(),
            &CsvRules::default(),
        )
        .expect("sound");
        kind_of(&table.columns[0])
    }

    fn cells<const N: usize>(cells: [&str; N]) -> Vec<String> {
        cells.map(str::to_owned).to_vec()
    }

    #[test]
    fn kinds_are_told_apart() {
        assert_eq!(kind("a", cells(["1", "2.5", "1"])), ColumnKind::Numeric);
        assert_eq!(kind("a", cells(["0", "1", "0"])), ColumnKind::Numeric);
        assert_eq!(kind("a", cells(["Yes", "no", "no"])), ColumnKind::Boolean);
        assert_eq!(
            kind("a", cells(["yes", "no", "maybe"])),
            ColumnKind::Categorical
        );
        assert_eq!(
            kind("a", cells(["2024-01-01", "2024-02-01"])),
            ColumnKind::Datetime
        );
        assert_eq!(kind("a", (0..30).map(|i| format!("u{i}"))), ColumnKind::Id);
        assert_eq!(
            kind("a", (0..30).map(|i| format!("Miss {i}"))),
            ColumnKind::Text
        );
        assert_eq!(
            kind("a", (0..30).map(|i| format!("c{}", i % 7))),
            ColumnKind::Categorical
        );
        assert_eq!(
            kind("a", (0..300).map(|i| format!("w{}", i % 170))),
            ColumnKind::Text
        );
    }

    #[test]
    fn numbers_that_name_rows_are_ids() {
        assert_eq!(
            kind("passenger_id", (0..30).map(|i| (i * 7 % 101).to_string())),
            ColumnKind::Id
        );
        assert_eq!(kind("n", (1..=30).map(|i| i.to_string())), ColumnKind::Id);
        assert_eq!(
            kind("n", (5..=35).map(|i| i.to_string())),
            ColumnKind::Numeric
        );
        assert_eq!(
            kind("zone_id", (0..30).map(|i| (i % 4).to_string())),
            ColumnKind::Numeric
        );
        assert_eq!(
            kind("paid", (0..30).map(|i| (i * i).to_string())),
            ColumnKind::Numeric
        );
    }
}
