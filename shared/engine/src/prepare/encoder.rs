//! How the cells of one column become numbers.

use serde::{Deserialize, Serialize};

use super::typical::Typical;
use crate::csv::{SECONDS_PER_DAY, month_of};

/// A cell to encode.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    /// Empty.
    Missing,
    /// A number; for dates, seconds since 1970-01-01 UTC.
    Number(f64),
    /// A word.
    Word(&'a str),
}

impl Cell<'_> {
    /// NaN is missing.
    pub(crate) const fn from_number(value: f64) -> Self {
        if value.is_nan() {
            Self::Missing
        } else {
            Self::Number(value)
        }
    }
}

/// A column and how its cells become numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ColumnEncoder {
    /// The column's name.
    pub(crate) name: String,
    /// What its cells become.
    pub(crate) encoding: Encoding,
    /// Whether a last number says that the cell was empty: 1 or 0.
    pub(crate) indicator: bool,
    /// What its cells are like. Model files keep it apart, as those of old do not have it.
    #[serde(skip)]
    pub(crate) typical: Option<Typical>,
}

/// What a cell becomes. Empty cells become what `fill` becomes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Encoding {
    /// A number, standardised.
    Number { fill: f64, scaling: Scaling },
    /// Parts of a date, each standardised.
    Moment {
        fill: f64,
        parts: Vec<(Part, Scaling)>,
    },
    /// 1 for the affirmative word, else 0.
    Flag { yes: String, fill: bool },
    /// One number per level, 1 for the cell's level. With `other`, a further one is 1 for all other
    /// words; without it they give zeros only.
    Category {
        levels: Vec<String>,
        fill: u32,
        other: bool,
    },
    /// The number itself; NaN when the cell is empty. For trees, like those below.
    Raw,
    /// Parts of a date, NaN when the cell is empty.
    RawMoment { parts: Vec<Part> },
    /// 1 for the affirmative word, else 0; NaN when the cell is empty.
    RawFlag { yes: String },
    /// The place of the level in the list; NaN when the cell is empty. Other words come after the last
    /// level with `other`, and are NaN without it.
    Code { levels: Vec<String>, other: bool },
    /// What words say about the target. Rows of the table: each level, then empty cells, then all other words.
    Target {
        levels: Vec<String>,
        table: Vec<f64>,
    },
}

/// `(value − mean) / scale`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Scaling {
    pub(crate) mean: f64,
    pub(crate) scale: f64,
}

impl Scaling {
    fn is_sound(self) -> bool {
        self.mean.is_finite() && self.scale.is_finite() && self.scale > 0.0
    }

    fn apply(self, value: f64) -> f64 {
        (value - self.mean) / self.scale
    }
}

/// Seconds from 1970 that no date of four-digit years exceeds, in either direction.
pub(super) const LATEST_MOMENT: f64 = 1e12;

/// More levels than any column keeps; trees can read as many.
const MAX_CODES: usize = 1 << 20;

/// A number taken from a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Part {
    /// Days since 1970-01-01, with fraction.
    Day,
    /// 1 to 12.
    Month,
    /// 0 for Monday to 6 for Sunday.
    Weekday,
    /// 0 to 23.
    Hour,
}

impl Part {
    pub(crate) const ALL: [Self; 4] = [Self::Day, Self::Month, Self::Weekday, Self::Hour];

    /// The part of a moment in seconds since 1970-01-01 UTC.
    pub(crate) fn of(self, seconds: f64) -> f64 {
        let days = (seconds / SECONDS_PER_DAY).floor();
        match self {
            Self::Day => seconds / SECONDS_PER_DAY,
            Self::Month => month_of(days as i64) as f64,
            // 1970-01-01 was a Thursday.
            Self::Weekday => (days + 3.0).rem_euclid(7.0),
            Self::Hour => ((seconds - days * SECONDS_PER_DAY) / 3600.0).floor(),
        }
    }
}

impl Encoding {
    /// Whether every cell can be encoded; see [`ColumnEncoder::is_sound`].
    fn is_sound(&self) -> bool {
        match self {
            Self::Number { fill, scaling } => fill.is_finite() && scaling.is_sound(),
            Self::Moment { fill, parts } => {
                fill.abs() <= LATEST_MOMENT && parts.iter().all(|(_, scaling)| scaling.is_sound())
            }
            Self::Flag { .. } | Self::Raw | Self::RawFlag { .. } => true,
            Self::RawMoment { parts } => !parts.is_empty(),
            Self::Code { levels, .. } => {
                (1..=MAX_CODES).contains(&levels.len()) && levels.is_sorted()
            }
            Self::Target { levels, table } => {
                let rows = levels.len() + 2;
                levels.len() <= MAX_CODES
                    && levels.is_sorted()
                    && table.len() >= rows
                    && table.len().is_multiple_of(rows)
                    && table.iter().all(|value| value.is_finite())
            }
            Self::Category { levels, fill, .. } => {
                (*fill as usize) < levels.len() && levels.is_sorted()
            }
        }
    }
}

impl ColumnEncoder {
    /// How many numbers a cell becomes.
    pub(crate) fn width(&self) -> usize {
        let values = match &self.encoding {
            Encoding::Number { .. }
            | Encoding::Flag { .. }
            | Encoding::Raw
            | Encoding::RawFlag { .. }
            | Encoding::Code { .. } => 1,
            Encoding::Moment { parts, .. } => parts.len(),
            Encoding::RawMoment { parts } => parts.len(),
            Encoding::Target { levels, table } => table.len() / (levels.len() + 2),
            Encoding::Category { levels, other, .. } => levels.len() + usize::from(*other),
        };
        values + usize::from(self.indicator)
    }

    /// Whether every cell can be encoded: numbers are finite, no scale is 0, dates are dates that a CSV can
    /// hold, and the usual level exists. Always so after fitting; a file may claim otherwise.
    pub(crate) fn is_sound(&self) -> bool {
        let date = matches!(
            self.encoding,
            Encoding::Moment { .. } | Encoding::RawMoment { .. }
        );
        let typical = self.typical.as_ref();
        typical.is_none_or(|typical| typical.is_sound(date)) && self.encoding.is_sound()
    }

    /// The same column as it is, for models that read missing values and categories natively.
    pub(crate) fn into_native(self) -> Self {
        let encoding = match self.encoding {
            Encoding::Number { .. } => Encoding::Raw,
            Encoding::Moment { parts, .. } => Encoding::RawMoment {
                // All parts of a single date are constant; its absence still tells something.
                parts: match parts.is_empty() {
                    true => vec![Part::Day],
                    false => parts.into_iter().map(|(part, _)| part).collect(),
                },
            },
            Encoding::Flag { yes, .. } => Encoding::RawFlag { yes },
            Encoding::Category { levels, other, .. } => Encoding::Code { levels, other },
            native => native,
        };
        Self {
            name: self.name,
            encoding,
            indicator: false,
            typical: self.typical,
        }
    }

    /// Writes the numbers of a cell. A cell of the wrong type counts as an unknown word or as missing.
    pub(crate) fn encode(&self, cell: Cell<'_>, output: &mut [f64]) {
        output.fill(0.0);
        if self.indicator && cell == Cell::Missing {
            output[self.width() - 1] = 1.0;
        }
        match &self.encoding {
            Encoding::Number { fill, scaling } => {
                output[0] = scaling.apply(number_or(cell, *fill));
            }
            Encoding::Moment { fill, parts } => {
                let seconds = number_or(cell, *fill);
                for (output, (part, scaling)) in output.iter_mut().zip(parts) {
                    *output = scaling.apply(part.of(seconds));
                }
            }
            Encoding::Flag { yes, fill } => {
                let set = match cell {
                    Cell::Word(word) => word.eq_ignore_ascii_case(yes),
                    Cell::Missing | Cell::Number(_) => *fill,
                };
                output[0] = f64::from(u8::from(set));
            }
            Encoding::Category {
                levels,
                fill,
                other,
            } => {
                let level = match cell {
                    Cell::Word(word) => levels
                        .binary_search_by(|level| level.as_str().cmp(word))
                        .ok(),
                    Cell::Missing => Some(*fill as usize),
                    Cell::Number(_) => None,
                };
                match level {
                    Some(level) => output[level] = 1.0,
                    None if *other => output[levels.len()] = 1.0,
                    None => {}
                }
            }
            Encoding::Target { levels, table } => {
                let row = match cell {
                    Cell::Word(word) => levels
                        .binary_search_by(|level| level.as_str().cmp(word))
                        .unwrap_or(levels.len() + 1),
                    Cell::Missing => levels.len(),
                    Cell::Number(_) => levels.len() + 1,
                };
                let width = table.len() / (levels.len() + 2);
                output[..width].copy_from_slice(&table[row * width..][..width]);
            }
            Encoding::Raw => output[0] = number_or(cell, f64::NAN),
            Encoding::RawMoment { parts } => {
                let seconds = number_or(cell, f64::NAN);
                for (output, part) in output.iter_mut().zip(parts) {
                    *output = if seconds.is_nan() {
                        f64::NAN
                    } else {
                        part.of(seconds)
                    };
                }
            }
            Encoding::RawFlag { yes } => {
                output[0] = match cell {
                    Cell::Word(word) => f64::from(u8::from(word.eq_ignore_ascii_case(yes))),
                    Cell::Missing | Cell::Number(_) => f64::NAN,
                };
            }
            Encoding::Code { levels, other } => {
                output[0] = match cell {
                    Cell::Word(word) => {
                        match levels.binary_search_by(|level| level.as_str().cmp(word)) {
                            Ok(level) => level as f64,
                            Err(_) if *other => levels.len() as f64,
                            Err(_) => f64::NAN,
                        }
                    }
                    Cell::Missing | Cell::Number(_) => f64::NAN,
                };
            }
        }
    }
}

const fn number_or(cell: Cell<'_>, fill: f64) -> f64 {
    match cell {
        Cell::Number(value) => value,
        Cell::Missing | Cell::Word(_) => fill,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(encoder: &ColumnEncoder, cell: Cell<'_>) -> Vec<f64> {
        let mut output = vec![f64::NAN; encoder.width()];
        encoder.encode(cell, &mut output);
        output
    }

    #[test]
    fn categories_know_the_missing_and_the_unknown() {
        let mut encoder = ColumnEncoder {
            name: "city".into(),
            encoding: Encoding::Category {
                levels: vec!["Oslo".into(), "Rome".into()],
                fill: 1,
                other: false,
            },
            indicator: true,
            typical: None,
        };
        assert_eq!(encoded(&encoder, Cell::Word("Oslo")), [1.0, 0.0, 0.0]);
        assert_eq!(encoded(&encoder, Cell::Missing), [0.0, 1.0, 1.0]);
        assert_eq!(encoded(&encoder, Cell::Word("Bonn")), [0.0, 0.0, 0.0]);
        if let Encoding::Category { other, .. } = &mut encoder.encoding {
            *other = true;
        }
        assert_eq!(encoded(&encoder, Cell::Word("Bonn")), [0.0, 0.0, 1.0, 0.0]);
    }

    #[test]
    fn native_columns_keep_what_is_missing_and_unknown() {
        let category = |other| {
            ColumnEncoder {
                name: "city".into(),
                encoding: Encoding::Category {
                    levels: vec!["Oslo".into(), "Rome".into()],
                    fill: 1,
                    other,
                },
                indicator: true,
                typical: None,
            }
            .into_native()
        };
        assert_eq!(encoded(&category(false), Cell::Word("Rome")), [1.0]);
        assert_eq!(encoded(&category(true), Cell::Word("Bonn")), [2.0]);
        assert!(encoded(&category(false), Cell::Word("Bonn"))[0].is_nan());
        assert!(encoded(&category(true), Cell::Missing)[0].is_nan());
        let when = ColumnEncoder {
            name: "when".into(),
            encoding: Encoding::RawMoment {
                parts: vec![Part::Day, Part::Month],
            },
            indicator: false,
            typical: None,
        };
        assert_eq!(encoded(&when, Cell::Number(0.0)), [0.0, 1.0]);
        assert!(
            encoded(&when, Cell::Missing)
                .iter()
                .all(|part| part.is_nan())
        );
    }

    #[test]
    fn moments_become_parts() {
        // 2024-02-29 13:45 UTC, a Thursday.
        let seconds = 1_709_214_300.0;
        let parts: Vec<f64> = Part::ALL.iter().map(|part| part.of(seconds)).collect();
        assert_eq!(parts, [19_782.572_916_666_668, 2.0, 3.0, 13.0]);
        // 1969-12-31 23:00 UTC, a Wednesday.
        assert_eq!(Part::Weekday.of(-3600.0), 2.0);
        assert_eq!(Part::Hour.of(-3600.0), 23.0);
        assert_eq!(Part::Month.of(-3600.0), 12.0);
    }

    #[test]
    fn flags_ignore_case() {
        let encoder = ColumnEncoder {
            name: "alive".into(),
            encoding: Encoding::Flag {
                yes: "yes".into(),
                fill: true,
            },
            indicator: false,
            typical: None,
        };
        assert_eq!(encoded(&encoder, Cell::Word("YES")), [1.0]);
        assert_eq!(encoded(&encoder, Cell::Word("no")), [0.0]);
        assert_eq!(encoded(&encoder, Cell::Missing), [1.0]);
    }
}
