//! How numbers are shifted.

use super::kolmogorov::{p_value, statistic};
use super::stability::Groups;
use super::types::{NumericDrift, TableSide};
use crate::analyze::groups::borders;
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

/// Rows in each tenth of the reference, and empty cells.
pub(super) fn groups(current: &Numbers, reference: &Numbers) -> Groups {
    let borders = borders(&reference.sorted);
    let counts = |numbers: &Numbers| {
        let ends = borders
            .iter()
            .map(|border| numbers.sorted.partition_point(|value| value < border));
        let mut start = 0;
        let ends = ends.chain([numbers.sorted.len()]);
        ends.map(|end| (end - std::mem::replace(&mut start, end)) as u64)
            .collect::<Vec<u64>>()
    };
    let mut groups = Groups::default();
    for (reference, current) in counts(reference).into_iter().zip(counts(current)) {
        groups.push(reference, current);
    }
    groups.push(reference.missing(), current.missing());
    groups
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
