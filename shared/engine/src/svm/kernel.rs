//! Kernels, and the rows of a kernel matrix that a solver asks for.

use serde::{Deserialize, Serialize};

use crate::numeric::{dot, squared_distance};

/// Most numbers of a kernel matrix that are kept: 128 MiB.
const MAX_KEPT: usize = 1 << 24;

/// How alike two rows are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Kernel {
    /// `a · b`.
    Linear,
    /// `exp(−gamma ‖a − b‖²)`.
    Rbf { gamma: f64 },
}

impl Kernel {
    /// The value for two rows.
    pub(super) fn of(self, a: &[f64], b: &[f64]) -> f64 {
        match self {
            Self::Linear => dot(a, b),
            Self::Rbf { gamma } => libm::exp(-gamma * squared_distance(a, b)),
        }
    }
}

/// A kernel matrix of which only what was asked for last is kept. What it gives does not depend on that.
pub(super) struct KernelRows<'r> {
    kernel: Kernel,
    records: &'r [f64],
    width: usize,
    diagonal: Vec<f64>,
    /// One row of the matrix after the other.
    kept: Vec<f64>,
    /// The row of the matrix that each place holds.
    holds: Vec<usize>,
    /// Where a row of the matrix is, if it is kept.
    places: Vec<Option<usize>>,
    /// The place that is used again next.
    next: usize,
    most: usize,
}

impl<'r> KernelRows<'r> {
    /// The kernel matrix of records that are rows of `width` numbers.
    pub(super) fn new(kernel: Kernel, records: &'r [f64], width: usize) -> Self {
        let count = records.len() / width;
        let diagonal = records
            .chunks_exact(width)
            .map(|row| kernel.of(row, row))
            .collect();
        Self {
            kernel,
            records,
            width,
            diagonal,
            kept: Vec::new(),
            holds: Vec::new(),
            places: vec![None; count],
            next: 0,
            most: (MAX_KEPT / count.max(1)).max(2),
        }
    }

    /// How many rows there are.
    pub(super) const fn len(&self) -> usize {
        self.places.len()
    }

    /// One row of the matrix, and the kernel of each row with itself.
    pub(super) fn row_and_diagonal(&mut self, row: usize) -> (&[f64], &[f64]) {
        let place = self.find(row, None);
        (self.at(place), &self.diagonal)
    }

    /// Two rows of the matrix.
    pub(super) fn pair(&mut self, first: usize, second: usize) -> (&[f64], &[f64]) {
        let one = self.find(first, None);
        let other = self.find(second, Some(one));
        (self.at(one), self.at(other))
    }

    fn at(&self, place: usize) -> &[f64] {
        let count = self.len();
        &self.kept[place * count..][..count]
    }

    /// The place of a row of the matrix, which is calculated if it is not kept; `busy` is not overwritten.
    fn find(&mut self, row: usize, busy: Option<usize>) -> usize {
        if let Some(place) = self.places[row] {
            return place;
        }
        let count = self.len();
        let place = if self.holds.len() < self.most {
            self.holds.push(row);
            self.kept.resize(self.kept.len() + count, 0.0);
            self.holds.len() - 1
        } else {
            if Some(self.next) == busy {
                self.next = (self.next + 1) % self.most;
            }
            let place = self.next;
            self.next = (place + 1) % self.most;
            self.places[self.holds[place]] = None;
            self.holds[place] = row;
            place
        };
        self.places[row] = Some(place);
        let own = &self.records[row * self.width..][..self.width];
        let others = self.records.chunks_exact(self.width);
        for (value, other) in self.kept[place * count..][..count].iter_mut().zip(others) {
            *value = self.kernel.of(own, other);
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_the_same_whether_kept_or_not() {
        let records: Vec<f64> = (0..60).map(|i| f64::from(i * 7 % 11) / 3.0 - 1.0).collect();
        let kernel = Kernel::Rbf { gamma: 0.3 };
        let mut plenty = KernelRows::new(kernel, &records, 3);
        let mut few = KernelRows::new(kernel, &records, 3);
        few.most = 2;
        for step in 0..200 {
            let (first, second) = (step * 7 % 20, step * 11 % 20);
            assert_eq!(few.pair(first, second), plenty.pair(first, second));
            assert_eq!(
                few.row_and_diagonal(second).0[first],
                plenty.row_and_diagonal(first).0[second]
            );
        }
        assert_eq!(few.holds.len(), 2);
        assert_eq!(plenty.diagonal, [1.0; 20]);
    }
}
