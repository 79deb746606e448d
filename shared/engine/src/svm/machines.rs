//! Fitted support vector machines: one for numbers and for two classes, one per pair of more classes.

use serde::{Deserialize, Serialize};

use super::coupling::couple;
use super::kernel::Kernel;
use crate::metrics::Predictions;
use crate::numeric::sigmoid;

/// Most numbers of the vectors, of the terms and of a table of all machines: 32 MiB.
pub(super) const MAX_KEPT: usize = 1 << 22;

/// Machines that share their support vectors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Machines {
    pub(crate) kernel: Kernel,
    /// Support vectors one after the other; none for the linear kernel, where a term belongs to a number of
    /// the row itself.
    pub(crate) vectors: Vec<f64>,
    /// One for numbers; else one per pair of the classes that were seen: 0 and 1, 0 and 2, …, 1 and 2, ….
    pub(crate) machines: Vec<Machine>,
    /// The classes that were seen, ascending; none for numbers.
    pub(crate) seen: Vec<u32>,
    /// All classes; 0 for numbers.
    pub(crate) classes: u32,
}

/// A sum over likenesses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Machine {
    /// Which likeness, in ascending order, and how much it counts.
    pub(crate) terms: Vec<(u32, f64)>,
    pub(crate) intercept: f64,
}

impl Machine {
    /// The number, or the log odds of the second class of a pair.
    fn output(&self, likenesses: &[f64]) -> f64 {
        let mut total = 0.0;
        for &(index, weight) in &self.terms {
            total += weight * likenesses[index as usize];
        }
        total + self.intercept
    }
}

impl Machines {
    /// Predicts for encoded rows.
    pub(crate) fn predict<'r>(&self, rows: impl Iterator<Item = &'r [f64]>) -> Predictions {
        let classes = self.classes as usize;
        let mut found = Vec::new();
        let mut likenesses = Vec::new();
        let mut odds = Vec::with_capacity(self.machines.len());
        for row in rows {
            self.likenesses(row, &mut likenesses);
            odds.clear();
            odds.extend(self.machines.iter().map(|one| one.output(&likenesses)));
            if classes == 0 {
                found.extend_from_slice(&odds);
                continue;
            }
            let start = found.len();
            found.resize(start + classes, 0.0);
            for (class, share) in self.seen.iter().zip(self.shares(&odds)) {
                found[start + *class as usize] = share;
            }
        }
        match classes {
            0 => Predictions::Values(found),
            classes => Predictions::Classes {
                probabilities: found,
                classes,
            },
        }
    }

    /// The probabilities of the classes that were seen.
    fn shares(&self, odds: &[f64]) -> Vec<f64> {
        match odds {
            [only] => {
                let second = sigmoid(*only);
                vec![1.0 - second, second]
            }
            many => couple(many, self.seen.len()),
        }
    }

    /// How much a row is like each support vector, or its numbers themselves.
    fn likenesses(&self, row: &[f64], likenesses: &mut Vec<f64>) {
        likenesses.clear();
        match self.kernel {
            Kernel::Linear => likenesses.extend_from_slice(row),
            Kernel::Rbf { .. } => {
                let vectors = self.vectors.chunks_exact(row.len());
                likenesses.extend(vectors.map(|vector| self.kernel.of(vector, row)));
            }
        }
    }

    /// Likenesses of a row of `width` numbers.
    pub(crate) const fn likeness_count(&self, width: usize) -> usize {
        match self.kernel {
            Kernel::Linear => width,
            Kernel::Rbf { .. } => self.vectors.len() / width,
        }
    }

    /// Numbers read to predict one row.
    pub(crate) fn work(&self) -> usize {
        let terms: usize = self.machines.iter().map(|one| one.terms.len()).sum();
        self.vectors.len() + terms
    }

    /// Whether the parts fit together and hold finite numbers.
    pub(crate) fn is_sound(&self, width: usize, labels: usize) -> bool {
        let kernel = match self.kernel {
            Kernel::Linear => self.vectors.is_empty(),
            Kernel::Rbf { gamma } => gamma.is_finite() && gamma > 0.0,
        };
        if !kernel || width == 0 || !self.vectors.len().is_multiple_of(width) {
            return false;
        }
        let count = self.likeness_count(width);
        let machine = |machine: &Machine| {
            machine.intercept.is_finite()
                && machine.terms.is_sorted_by(|a, b| a.0 < b.0)
                && machine
                    .terms
                    .iter()
                    .all(|(index, weight)| (*index as usize) < count && weight.is_finite())
        };
        let seen = self.seen.len();
        let classes = match labels {
            0 => seen == 0 && self.machines.len() == 1,
            _ => {
                let pairs = seen.checked_mul(seen.saturating_sub(1));
                labels >= 2
                    && seen >= 2
                    && self.seen.is_sorted_by(|a, b| a < b)
                    && self.seen.iter().all(|class| (*class as usize) < labels)
                    && pairs.map(|pairs| pairs / 2) == Some(self.machines.len())
            }
        };
        classes
            && self.classes as usize == labels
            && self.machines.iter().all(machine)
            && self.vectors.iter().all(|value| value.is_finite())
            && self.table_size(width) <= Some(MAX_KEPT)
    }

    /// Numbers of a table with a row per likeness and a column per machine.
    pub(super) fn table_size(&self, width: usize) -> Option<usize> {
        self.likeness_count(width).checked_mul(self.machines.len())
    }
}
