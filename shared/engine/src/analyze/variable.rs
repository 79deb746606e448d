//! A column as what is measured: numbers, or categories.

use std::borrow::Cow;

use super::types::OmissionReason;
use crate::csv::{Column, Data, Level, MISSING};
use crate::profile::{ColumnKind, kind_of};

/// Code of an empty cell.
pub(super) const EMPTY: u16 = u16::MAX;

/// Categories that are told apart, the most frequent ones; the rest is one more. It bounds the tables that
/// are counted to 256 × 256.
const MAX_CATEGORIES: usize = 255;

/// A column that can be measured.
#[derive(Clone, Debug)]
pub(super) struct Variable<'t> {
    pub(super) name: &'t str,
    pub(super) kind: ColumnKind,
    pub(super) values: Values<'t>,
}

/// One value per row.
#[derive(Clone, Debug)]
pub(super) enum Values<'t> {
    /// Numbers, or moments in seconds; NaN is missing.
    Numbers(Cow<'t, [f64]>),
    /// Codes below `count`, or [`EMPTY`].
    Categories { codes: Vec<u16>, count: usize },
}

impl<'t> Variable<'t> {
    /// The column as numbers or categories, unless it says nothing about other rows.
    pub(super) fn new(column: &'t Column) -> Result<Self, OmissionReason> {
        let kind = kind_of(column);
        let values = match &column.data {
            Data::Empty => return Err(OmissionReason::Constant),
            _ if kind == ColumnKind::Id => return Err(OmissionReason::Identifier),
            _ if kind == ColumnKind::Text => return Err(OmissionReason::FreeText),
            Data::Wide { .. } => return Err(OmissionReason::FreeText),
            Data::Numbers(values) | Data::Moments(values) => Values::numbers(values)?,
            Data::Words { codes, levels, .. } => Values::words(codes, levels)?,
        };
        Ok(Self {
            name: &column.name,
            kind,
            values,
        })
    }
}

impl<'t> Values<'t> {
    fn numbers(values: &'t [f64]) -> Result<Self, OmissionReason> {
        let mut present = values.iter().filter(|value| !value.is_nan());
        let first = present.next().ok_or(OmissionReason::Constant)?;
        if present.all(|value| value == first) {
            return Err(OmissionReason::Constant);
        }
        Ok(match factor(values) {
            Some(factor) => Self::Numbers(values.iter().map(|value| value * factor).collect()),
            None => Self::Numbers(Cow::Borrowed(values)),
        })
    }

    /// Numbers of a size that can be squared.
    pub(super) fn scaled(values: Vec<f64>) -> Self {
        Self::Numbers(Cow::Owned(match factor(&values) {
            Some(factor) => values.iter().map(|value| value * factor).collect(),
            None => values,
        }))
    }

    fn words(codes: &[u32], levels: &[Level]) -> Result<Self, OmissionReason> {
        if levels.len() < 2 {
            return Err(OmissionReason::Constant);
        }
        let mut order: Vec<usize> = (0..levels.len()).collect();
        // A stable sort: of equally frequent words the first one of the file comes first.
        order.sort_by_key(|&level| std::cmp::Reverse(levels[level].count));
        let mut code_of_level = vec![0; levels.len()];
        for (place, level) in order.into_iter().enumerate() {
            code_of_level[level] = place.min(MAX_CATEGORIES) as u16;
        }
        let code = |&code: &u32| match code {
            MISSING => EMPTY,
            code => code_of_level[code as usize],
        };
        Ok(Self::Categories {
            codes: codes.iter().map(code).collect(),
            count: levels.len().min(MAX_CATEGORIES + 1),
        })
    }
}

/// What very large or small numbers must be multiplied with so that their squares stay in range. A common factor
/// changes none of the measures.
fn factor(values: &[f64]) -> Option<f64> {
    let largest = values
        .iter()
        .fold(0.0_f64, |most, value| most.max(value.abs()));
    let fine = (1e-100..=1e100).contains(&largest) || largest == 0.0;
    (!fine).then(|| 1.0 / largest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_categories_are_one() {
        let levels: Vec<Level> = (0..300)
            .map(|level| Level {
                word: format!("w{level}"),
                count: if level == 299 { 9 } else { 1 },
            })
            .collect();
        let rows: Vec<u32> = (0..300).chain([299, MISSING]).collect();
        let Ok(Values::Categories { codes, count }) = Values::words(&rows, &levels) else {
            panic!("categories");
        };
        assert_eq!((count, codes[299], codes[300]), (256, 0, 0));
        assert_eq!(
            (codes[0], codes[253], codes[254], codes[298]),
            (1, 254, 255, 255)
        );
        assert_eq!(codes[301], EMPTY);
    }

    #[test]
    fn what_does_not_vary_is_left_out() {
        let constant = Err(OmissionReason::Constant);
        let numbers = |values: &[f64]| Values::numbers(values).map(|_| ());
        assert_eq!(numbers(&[f64::NAN, 2.0, 2.0]), constant);
        assert_eq!(numbers(&[f64::NAN]), constant);
        assert_eq!(numbers(&[1.0, 2.0]), Ok(()));
    }
}
