//! How much of what is not known about the target a column tells, whatever the shape of the relation.

use super::association::Contingency;
use super::groups::borders;
use super::variable::{EMPTY, Values};
use crate::profile::sorted_present;

/// Categories with fewer rows say nothing for themselves: they are one group.
const FEW_ROWS: usize = 10;

/// A column cut into groups.
#[derive(Clone, Debug)]
pub(super) struct Grouped {
    /// Codes below `count`, or [`EMPTY`].
    codes: Vec<u16>,
    count: usize,
}

impl Grouped {
    /// A target: its categories, or numbers in groups of equal size.
    pub(super) fn target(values: &Values<'_>) -> Self {
        match values {
            Values::Categories { codes, count } => Self {
                codes: codes.clone(),
                count: *count,
            },
            Values::Numbers(numbers) => Self::numbers(numbers),
        }
    }

    /// A column that may tell of the target: rare categories are one group, empty cells are another.
    pub(super) fn column(values: &Values<'_>) -> Self {
        let mut grouped = Self::target(values);
        if let Values::Categories { .. } = values {
            grouped.pool_rare();
        }
        let own = grouped.count as u16;
        for code in &mut grouped.codes {
            if *code == EMPTY {
                *code = own;
            }
        }
        grouped.count += 1;
        grouped
    }

    fn numbers(numbers: &[f64]) -> Self {
        let borders = borders(&sorted_present(numbers));
        let group = |number: &f64| match number {
            number if number.is_nan() => EMPTY,
            number => borders.partition_point(|border| border <= number) as u16,
        };
        Self {
            codes: numbers.iter().map(group).collect(),
            count: borders.len() + 1,
        }
    }

    /// The last code becomes the one of all categories with fewer than [`FEW_ROWS`].
    fn pool_rare(&mut self) {
        let mut sizes = vec![0; self.count];
        for code in self.codes.iter().filter(|code| **code != EMPTY) {
            sizes[usize::from(*code)] += 1;
        }
        let pool = (self.count - 1) as u16;
        for code in self.codes.iter_mut().filter(|code| **code != EMPTY) {
            if sizes[usize::from(*code)] < FEW_ROWS {
                *code = pool;
            }
        }
    }
}

/// Theil's uncertainty coefficient of the target given the column: mutual information over the target's
/// entropy (Theil, *On the estimation of relationships involving qualitative variables*, American Journal of
/// Sociology 76, 1970), 0 to 1. Each entropy is corrected for its bias by `(k − 1)/2n`, where `k` counts what
/// occurs (Miller, *Note on the bias of information estimates*, 1955). `None` when the target does not vary.
pub(super) fn uncertainty(column: &Grouped, target: &Grouped) -> Option<f64> {
    let table = Contingency::count((&column.codes, column.count), (&target.codes, target.count));
    let rows = table.total as f64;
    let entropy = |counts: &[u64]| {
        let (mut total, mut occurring) = (0.0, 0.0);
        for count in counts.iter().filter(|count| **count > 0) {
            let share = *count as f64 / rows;
            total -= share * libm::log(share);
            occurring += 1.0;
        }
        total + (occurring - 1.0) / (2.0 * rows)
    };
    let of_target = entropy(&table.of_b);
    if table.of_b.iter().filter(|count| **count > 0).count() < 2 {
        return None;
    }
    let together = entropy(&table.counts);
    let told = entropy(&table.of_a) + of_target - together;
    Some((told / of_target).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn numbers(values: Vec<f64>) -> Values<'static> {
        Values::Numbers(Cow::Owned(values))
    }

    fn told(column: &Values<'_>, target: &Values<'_>) -> f64 {
        uncertainty(&Grouped::column(column), &Grouped::target(target)).expect("it varies")
    }

    #[test]
    fn a_parabola_is_seen_though_its_correlation_is_zero() {
        let x: Vec<f64> = (-500..=500).map(f64::from).collect();
        let y = x.iter().map(|x| x * x).collect();
        let told = told(&numbers(x), &numbers(y));
        assert!(told > 0.6, "{told}");
    }

    #[test]
    fn what_follows_for_certain_is_told_whole_and_what_does_not_is_not_told() {
        let target = Values::Categories {
            codes: (0..400).map(|row| row % 2).collect(),
            count: 2,
        };
        let same = Values::Categories {
            codes: (0..400).map(|row| row % 4).collect(),
            count: 4,
        };
        assert!((told(&same, &target) - 1.0).abs() < 1e-12);
        let other = Values::Categories {
            codes: (0..400).map(|row| row / 2 % 2).collect(),
            count: 2,
        };
        assert_eq!(told(&other, &target), 0.0);
        // A hundred and thirty categories of three rows each.
        let rare = Values::Categories {
            codes: (0..400).map(|row| row * 7 % 133).collect(),
            count: 133,
        };
        assert_eq!(told(&rare, &target), 0.0);
    }

    #[test]
    fn empty_cells_tell_too() {
        let target = Values::Categories {
            codes: (0..100).map(|row| row % 2).collect(),
            count: 2,
        };
        let gaps = (0..100)
            .map(|row| {
                if row % 2 == 0 {
                    f64::NAN
                } else {
                    f64::from(row / 2 % 7)
                }
            })
            .collect();
        assert!((told(&numbers(gaps), &target) - 1.0).abs() < 1e-12);
    }

    /// numpy: the three entropies of the table [[30, 10], [5, 55]], each with `(k − 1)/2n`; their sum over the
    /// target's.
    #[test]
    fn a_known_table() {
        let column: Vec<u16> = [(0, 30), (1, 10), (0, 5), (1, 55)]
            .into_iter()
            .flat_map(|(code, count)| std::iter::repeat_n(code, count))
            .collect();
        let target: Vec<u16> = (0..100).map(|row| u16::from(row >= 40)).collect();
        let categories = |codes| Values::Categories { codes, count: 2 };
        let told = told(&categories(column), &categories(target));
        assert!((told - 0.361_956_885_544_364_2).abs() < 1e-12, "{told}");
    }
}
