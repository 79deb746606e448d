//! How numbers are shifted.

use super::kolmogorov::{p_value, statistic};
use super::stability::Groups;
use super::types::{NumericDrift, TableSide};
use crate::analyze::groups::{borders, few_values};
use crate::profile::sorted_present;

/// A column of numbers or moments in one of the tables.
pub(super) struct Numbers {
    sorted: Vec<f64>,
    rows: usize,
}

impl Numbers {
    pub(super) fn new(values: &[f64]) -> Self {
        Self {
            sorted: sorted_present(values),
            rows: values.len(),
        }
    }

    /// A column whose cells are all empty.
    pub(super) const fn empty(rows: usize) -> Self {
        Self {
            sorted: Vec::new(),
            rows,
        }
    }

    fn missing(&self) -> u64 {
        (self.rows - self.sorted.len()) as u64
    }

    pub(super) fn side(&self) -> TableSide {
        // Dividing first keeps sums of huge values finite.
        let count = self.sorted.len() as f64;
        let mean = self.sorted.iter().map(|value| value / count).sum();
        TableSide {
            missing_ratio: self.missing() as f64 / self.rows as f64,
            mean: (count > 0.0).then_some(mean),
            most_frequent: None,
        }
    }
}

/// Rows in each tenth of the reference, or with each of its values and with any other when it has few; and empty
/// cells.
pub(super) fn groups(current: &Numbers, reference: &Numbers) -> Groups {
    let counts = |numbers: &Numbers| match few_values(&reference.sorted) {
        Some(values) => with_each(&values, &numbers.sorted),
        None => between(&borders(&reference.sorted), &numbers.sorted),
    };
    let mut groups = Groups::default();
    for (reference, current) in counts(reference).into_iter().zip(counts(current)) {
        groups.push(reference, current);
    }
    groups.push(reference.missing(), current.missing());
    groups
}

/// How many of the numbers are below the first border, between each and the next, and not below the last.
fn between(borders: &[f64], sorted: &[f64]) -> Vec<u64> {
    let mut start = 0;
    let ends = borders
        .iter()
        .map(|border| sorted.partition_point(|number| number < border));
    ends.chain([sorted.len()])
        .map(|end| (end - std::mem::replace(&mut start, end)) as u64)
        .collect()
}

/// How many of the numbers are each of the values, and how many are none of them.
fn with_each(values: &[f64], sorted: &[f64]) -> Vec<u64> {
    let count = |value: &f64| {
        let below = sorted.partition_point(|number| number < value);
        (sorted.partition_point(|number| number <= value) - below) as u64
    };
    let mut counts: Vec<u64> = values.iter().map(count).collect();
    counts.push(sorted.len() as u64 - counts.iter().sum::<u64>());
    counts
}

/// The Kolmogorov–Smirnov test; `None` when a table has no number.
pub(super) fn test(current: &Numbers, reference: &Numbers) -> Option<NumericDrift> {
    let (a, b) = (&current.sorted, &reference.sorted);
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let ks_statistic = statistic(a, b);
    Some(NumericDrift {
        ks_statistic,
        ks_p_value: p_value(ks_statistic, a.len(), b.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(current: &[f64], reference: &[f64]) -> Groups {
        groups(&Numbers::new(current), &Numbers::new(reference))
    }

    #[test]
    fn values_that_the_reference_does_not_have_are_a_group() {
        let found = counted(&[2008.0, 2009.0, f64::NAN], &[2007.0, 2007.0]);
        assert_eq!(found.reference, [2, 0, 0]);
        assert_eq!(found.current, [0, 2, 1]);
        let found = counted(&[0.0, 1.0, 1.0], &[1.0, 0.0, 0.0]);
        assert_eq!((found.reference, found.current), (vec![2, 1], vec![1, 2]));
    }

    #[test]
    fn tenths_of_the_reference_reach_beyond_it() {
        let reference: Vec<f64> = (0..100).map(f64::from).collect();
        let found = counted(&[-5.0, 9.0, 10.0, 500.0], &reference);
        assert_eq!(found.reference, [10; 10]);
        assert_eq!(found.current, [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    }
}
