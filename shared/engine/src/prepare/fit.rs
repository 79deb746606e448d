//! Learning, from the training part alone, how columns become numbers.

use ndarray::Array2;

use super::Preparation;
use super::encoder::{ColumnEncoder, Encoding, Part, Scaling};
use super::target::{Crossed, Supervision, fit_levels};
use super::typical::Typical;
use crate::csv::{Column, Data, Level, MISSING};
use crate::numeric::{mean, quantile, squared_deviation};
use crate::profile::{ColumnKind, kind_of, true_word};
use crate::report::DroppedColumn;

/// Levels of a category that get a number of their own; the rest share one.
const MAX_LEVELS: usize = 50;

/// Of more than [`MAX_LEVELS`] levels, those that are told apart by what they say about the target; the most frequent.
const MAX_TARGET_LEVELS: usize = 10_000;

/// Empty cells in the training part from which on it is worth a number to say that a cell is empty.
const MIN_INDICATOR_ROWS: usize = 5;

/// The numbers of a column are too large to calculate with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TooLarge {
    pub(crate) column: String,
}

/// What was learnt from the training part.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) preparation: Preparation,
    /// Columns that nothing can be learnt from, with the reason.
    pub(crate) dropped: Vec<DroppedColumn>,
    pub(crate) crossing: Crossing,
}

/// What the training part itself becomes where that is not what other rows become.
#[derive(Debug, Default)]
pub(crate) struct Crossing(Vec<(String, Crossed)>);

impl Crossing {
    /// Puts it into the encoded rows of the training part.
    pub(crate) fn apply(&self, preparation: &Preparation, encoded: &mut Array2<f64>) {
        let mut offset = 0;
        for encoder in &preparation.columns {
            let crossed = self.0.iter().find(|(name, _)| *name == encoder.name);
            if let Some((_, crossed)) = crossed {
                let width = crossed.len() / encoded.nrows().max(1);
                for (mut row, crossed) in encoded
                    .rows_mut()
                    .into_iter()
                    .zip(crossed.chunks(width.max(1)))
                {
                    for (place, value) in crossed.iter().enumerate() {
                        row[offset + place] = *value;
                    }
                }
            }
            offset += encoder.width();
        }
    }
}

/// Whether so many words occur in a column that it may be encoded by what they say about the target.
pub(crate) const fn has_many_words(column: &Column) -> bool {
    matches!(&column.data, Data::Words { levels, .. } if levels.len() > MAX_LEVELS)
}

/// Learns how `columns` become numbers from the rows given, which must be the training part.
pub(crate) fn fit<'t>(
    columns: impl Iterator<Item = &'t Column>,
    training_rows: &[u32],
    supervision: &Supervision,
) -> Result<Prepared, TooLarge> {
    let mut used = Vec::new();
    let mut dropped = Vec::new();
    let mut crossing = Crossing::default();
    for column in columns {
        if supervision.is_given()
            && kind_of(column) == ColumnKind::Categorical
            && let Data::Words { codes, levels, .. } = &column.data
            && let Some((encoding, crossed)) =
                fit_many_words(codes, levels, training_rows, supervision)
        {
            crossing.0.push((column.name.clone(), crossed));
            used.push(ColumnEncoder {
                name: column.name.clone(),
                encoding,
                indicator: false,
                typical: fit_words(codes, levels, training_rows)
                    .ok()
                    .map(|fit| fit.typical),
            });
            continue;
        }
        match fit_column(column, training_rows)? {
            Ok(encoder) => used.push(encoder),
            Err(reason) => {
                dropped.push(DroppedColumn {
                    column: column.name.clone(),
                    reason: reason.to_owned(),
                });
            }
        }
    }
    Ok(Prepared {
        preparation: Preparation { columns: used },
        dropped,
        crossing,
    })
}

const EMPTY: &str = "it is empty in the training part";
const CONSTANT: &str = "it holds one value only in the training part";

/// The encoder of a column, or why it is dropped.
fn fit_column(
    column: &Column,
    rows: &[u32],
) -> Result<Result<ColumnEncoder, &'static str>, TooLarge> {
    let fitted = match (&column.data, kind_of(column)) {
        (Data::Empty, _) => return Ok(Err(EMPTY)),
        (_, ColumnKind::Id) => {
            return Ok(Err("it names the rows, so a model cannot learn from it"));
        }
        (_, ColumnKind::Text) | (Data::Wide { .. }, _) => {
            return Ok(Err("it holds free text, which is not used yet"));
        }
        (Data::Numbers(values), _) => fit_numbers(values, rows).map_err(|()| TooLarge {
            column: column.name.clone(),
        })?,
        (Data::Moments(values), _) => fit_moments(values, rows),
        (Data::Words { codes, levels, .. }, _) => fit_words(codes, levels, rows),
    };
    Ok(fitted.map(|fitted| ColumnEncoder {
        name: column.name.clone(),
        encoding: fitted.encoding,
        indicator: fitted.missing >= MIN_INDICATOR_ROWS,
        typical: Some(fitted.typical),
    }))
}

/// What was learnt of a column.
struct Fit {
    encoding: Encoding,
    typical: Typical,
    /// Empty cells of the training part.
    missing: usize,
}

/// What was learnt of a column, or why nothing was.
type Fitted = Result<Fit, &'static str>;

/// The numbers of a column in the training part.
struct Values {
    /// Empty cells as NaN.
    taken: Vec<f64>,
    missing: usize,
    median: f64,
    typical: Typical,
}

/// The numbers of the training part; `None` if all cells are empty.
fn training_values(values: &[f64], rows: &[u32]) -> Option<Values> {
    let taken: Vec<f64> = rows.iter().map(|&row| values[row as usize]).collect();
    let mut present: Vec<f64> = taken
        .iter()
        .copied()
        .filter(|value| !value.is_nan())
        .collect();
    if present.is_empty() {
        return None;
    }
    present.sort_unstable_by(f64::total_cmp);
    let median = quantile(&present, 0.5);
    Some(Values {
        missing: taken.len() - present.len(),
        taken,
        median,
        typical: Typical::of_sorted(&present, median),
    })
}

fn fit_numbers(values: &[f64], rows: &[u32]) -> Result<Fitted, ()> {
    let Some(values) = training_values(values, rows) else {
        return Ok(Err(EMPTY));
    };
    let Values {
        mut taken,
        missing,
        median,
        typical,
    } = values;
    let fitted = |scaling| Fit {
        encoding: Encoding::Number {
            fill: median,
            scaling,
        },
        typical,
        missing,
    };
    for value in &mut taken {
        if value.is_nan() {
            *value = median;
        }
    }
    Ok(match scaling(&taken) {
        Some(scaling) if scaling.mean.is_finite() && scaling.scale.is_finite() => {
            Ok(fitted(scaling))
        }
        Some(_) => return Err(()),
        // A single value still tells something when it is often absent.
        None if missing >= MIN_INDICATOR_ROWS => Ok(fitted(Scaling {
            mean: median,
            scale: 1.0,
        })),
        None => Err(CONSTANT),
    })
}

fn fit_moments(values: &[f64], rows: &[u32]) -> Fitted {
    let Values {
        taken,
        missing,
        median,
        typical,
    } = training_values(values, rows).ok_or(EMPTY)?;
    let parts: Vec<(Part, Scaling)> = Part::ALL
        .into_iter()
        .filter_map(|part| {
            let values: Vec<f64> = taken
                .iter()
                .map(|&seconds| part.of(if seconds.is_nan() { median } else { seconds }))
                .collect();
            Some((part, scaling(&values)?))
        })
        .collect();
    if parts.is_empty() && missing < MIN_INDICATOR_ROWS {
        return Err(CONSTANT);
    }
    Ok(Fit {
        encoding: Encoding::Moment {
            fill: median,
            parts,
        },
        typical,
        missing,
    })
}

/// Mean and population standard deviation; `None` when all values are the same.
fn scaling(values: &[f64]) -> Option<Scaling> {
    if values.iter().all(|value| *value == values[0]) {
        return None;
    }
    let mean = mean(values);
    let scale = (squared_deviation(values, mean) / values.len() as f64).sqrt();
    // Values can differ by less than their squares can show.
    Some(Scaling {
        mean,
        scale: if scale == 0.0 { 1.0 } else { scale },
    })
}

/// The words of the training part and how often they occur, the most frequent first and equally frequent ones in
/// alphabetical order; and the empty cells.
fn count_words<'l>(
    codes: &[u32],
    levels: &'l [Level],
    rows: &[u32],
) -> (Vec<(&'l str, u64)>, usize) {
    let mut counts = vec![0_u64; levels.len()];
    let mut missing = 0;
    for &row in rows {
        match codes[row as usize] {
            MISSING => missing += 1,
            code => counts[code as usize] += 1,
        }
    }
    let mut seen: Vec<(&str, u64)> = levels
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(level, count)| (level.word.as_str(), count))
        .collect();
    seen.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    (seen, missing)
}

/// Words by what they say about the target; `None` when there are few, which get a number each.
fn fit_many_words(
    codes: &[u32],
    levels: &[Level],
    rows: &[u32],
    supervision: &Supervision,
) -> Option<(Encoding, Crossed)> {
    if levels.len() <= MAX_LEVELS {
        return None;
    }
    let (mut seen, _) = count_words(codes, levels, rows);
    if seen.len() <= MAX_LEVELS {
        return None;
    }
    seen.truncate(MAX_TARGET_LEVELS);
    let mut words: Vec<String> = seen.iter().map(|(word, _)| (*word).to_owned()).collect();
    words.sort_unstable();
    let place = |level: &Level| words.binary_search(&level.word).ok();
    let places: Vec<Option<usize>> = levels.iter().map(place).collect();
    let of_rows: Vec<Option<usize>> = rows
        .iter()
        .map(|&row| match codes[row as usize] {
            MISSING => Some(words.len()),
            code => places[code as usize],
        })
        .collect();
    Some(fit_levels(words, &of_rows, supervision))
}

fn fit_words(codes: &[u32], levels: &[Level], rows: &[u32]) -> Fitted {
    let (mut seen, missing) = count_words(codes, levels, rows);
    let &(most_frequent, _) = seen.first().ok_or(EMPTY)?;
    if seen.len() == 1 && missing < MIN_INDICATOR_ROWS {
        return Err(CONSTANT);
    }
    let word = |negative: Option<&str>| Typical::Word {
        usual: most_frequent.to_owned(),
        negative: negative.map(str::to_owned),
    };
    if let Some(yes) = true_word(seen.iter().map(|(word, _)| *word)) {
        let encoding = Encoding::Flag {
            yes: yes.to_owned(),
            fill: yes == most_frequent,
        };
        let negative = seen.iter().map(|(word, _)| *word).find(|word| *word != yes);
        return Ok(Fit {
            encoding,
            typical: word(negative),
            missing,
        });
    }
    let other = seen.len() > MAX_LEVELS;
    seen.truncate(MAX_LEVELS);
    let mut levels: Vec<String> = seen.iter().map(|(word, _)| (*word).to_owned()).collect();
    levels.sort_unstable();
    let fill = levels
        .iter()
        .position(|level| level == most_frequent)
        .unwrap_or(0) as u32;
    Ok(Fit {
        encoding: Encoding::Category {
            levels,
            fill,
            other,
        },
        typical: word(None),
        missing,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::{CsvRules, Table};
    use crate::metrics::Truth;

    fn table(text: &str) -> Table {
        Table::read(text.as_bytes(), &CsvRules::default()).expect("sound")
    }

    fn fitted(table: &Table, rows: &[u32]) -> (Preparation, Vec<DroppedColumn>) {
        let nothing = Supervision::default();
        let prepared = fit(table.columns.iter(), rows, &nothing).expect("finite");
        (prepared.preparation, prepared.dropped)
    }

    #[test]
    fn only_the_training_rows_are_seen() {
        let table = table("n,c\n1,a\n3,b\n,a\n1000,z\n-500,\n");
        let (preparation, dropped) = fitted(&table, &[0, 1, 2]);
        assert_eq!(dropped, []);
        let Encoding::Number { fill, scaling } = &preparation.columns[0].encoding else {
            panic!("{preparation:?}");
        };
        assert_eq!((*fill, scaling.mean), (2.0, 2.0));
        assert_eq!(
            preparation.columns[0].typical,
            Some(Typical::Range {
                min: 1.0,
                max: 3.0,
                median: 2.0
            })
        );
        assert_eq!(
            preparation.columns[1].encoding,
            Encoding::Category {
                levels: vec!["a".into(), "b".into()],
                fill: 0,
                other: false
            }
        );
        // The unseen level of a row that was held back gives zeros, its empty cell the usual level.
        let encoded = preparation.encode(&table, &[3, 4]);
        assert_eq!(encoded.row(0).to_vec()[1..], [0.0, 0.0]);
        assert_eq!(encoded.row(1).to_vec()[1..], [1.0, 0.0]);
    }

    #[test]
    fn columns_without_information_are_dropped_with_the_reason() {
        let rows: String = (1..=30)
            .map(|i| format!("{i},5,,only,u{i},{}\n", if i < 25 { "" } else { "7" }))
            .collect();
        let table = table(&format!("id,constant,empty,word,code,rare\n{rows}"));
        let training: Vec<u32> = (0..20).collect();
        let (preparation, dropped) = fitted(&table, &training);
        assert_eq!(preparation.columns, []);
        let reasons: Vec<(&str, &str)> = dropped
            .iter()
            .map(|drop| (drop.column.as_str(), drop.reason.as_str()))
            .collect();
        assert_eq!(reasons[1], ("constant", CONSTANT));
        assert_eq!(reasons[2], ("empty", EMPTY));
        assert_eq!(reasons[3], ("word", CONSTANT));
        assert_eq!(reasons[5], ("rare", EMPTY));
        assert!(reasons[0].1.contains("names the rows") && reasons[4].1.contains("names the rows"));
    }

    #[test]
    fn rare_levels_share_a_number() {
        let rows: String = (0..400).map(|i| format!("w{},{i}.5\n", i % 60)).collect();
        let table = table(&format!("word,n\n{rows}"));
        let training: Vec<u32> = (0..400).collect();
        let (preparation, _) = fitted(&table, &training);
        assert_eq!(preparation.columns[0].width(), MAX_LEVELS + 1);
        // With a target they become what they say about it, and the training part is encoded by other rows.
        let truth = Truth::Values((0..400).map(|i| f64::from(i % 60)).collect());
        let supervision = Supervision::new(&truth, 0, (0..400).map(|i| i % 5).collect());
        let prepared = fit(table.columns.iter(), &training, &supervision).expect("finite");
        assert_eq!(prepared.preparation.columns[0].width(), 1);
        let plain = prepared.preparation.encode(&table, &training);
        let mut crossed = plain.clone();
        prepared.crossing.apply(&prepared.preparation, &mut crossed);
        assert_ne!(crossed.column(0), plain.column(0));
        assert_eq!(crossed.column(1), plain.column(1));
        assert!(plain.column(0).iter().take(60).is_sorted());
    }

    #[test]
    fn numbers_too_large_to_square_are_named() {
        let table = table("n,c\n1e300,1\n-1e300,2\n5,3\n");
        let nothing = Supervision::default();
        let error = fit(table.columns.iter(), &[0, 1, 2], &nothing).expect_err("too large");
        assert_eq!(error.column, "n");
    }
}
