//! k nearest neighbours: a row is what the rows nearest to it are.

#[cfg(test)]
mod parity;

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use crate::fit::{BadParameter, BadParameters, FitError, MAX_NEIGHBORS};
use crate::metrics::{Predictions, Truth};
use crate::numeric::squared_distance;

/// Most numbers of the rows that a model of this family keeps: 8 MiB.
const MAX_KEPT: usize = 1 << 20;

/// How much a neighbour counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NeighborWeights {
    /// All the same.
    #[default]
    Uniform,
    /// The inverse of its distance; rows at no distance decide alone.
    Distance,
}

/// Hyperparameters of k nearest neighbours, by Euclidean distance of the prepared numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct KnnParams {
    /// How many neighbours decide, 1 to 1000, and at most as many as there are rows.
    pub n_neighbors: u32,
    /// How much each of them counts.
    pub weights: NeighborWeights,
}

impl Default for KnnParams {
    fn default() -> Self {
        Self {
            n_neighbors: 5,
            weights: NeighborWeights::Uniform,
        }
    }
}

/// The rows that were learnt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Neighbors {
    /// Row by row.
    pub(crate) rows: Vec<f64>,
    /// What each row is.
    pub(crate) known: Known,
    pub(crate) n_neighbors: u32,
    pub(crate) weights: NeighborWeights,
}

/// What is known about the rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Known {
    Classes { codes: Vec<u32>, classes: u32 },
    Values(Vec<f64>),
}

impl KnnParams {
    /// Whether every hyperparameter is in range.
    pub(crate) fn check(&self) -> Result<(), BadParameters> {
        let mut bad = Vec::new();
        if !(1..=MAX_NEIGHBORS).contains(&self.n_neighbors) {
            bad.push(BadParameter::NNeighbors(self.n_neighbors));
        }
        BadParameters::check(bad)
    }

    /// Keeps the rows.
    pub(crate) fn fit(
        &self,
        records: &Array2<f64>,
        truth: Truth,
        classes: usize,
    ) -> Result<Neighbors, FitError> {
        self.check()?;
        let (rows, width) = records.dim();
        if self.n_neighbors as usize > rows {
            return Err(FitError::TooFewRows(format!(
                "n_neighbors is {}, but there are only {rows} rows to learn from",
                self.n_neighbors
            )));
        }
        if rows * width > MAX_KEPT {
            return Err(FitError::TooLarge(format!(
                "knn keeps the rows it learns from, here {rows} of {width} numbers each; at most \
                 {MAX_KEPT} numbers are allowed: choose another family or fewer columns"
            )));
        }
        Ok(Neighbors {
            rows: records.iter().copied().collect(),
            known: match truth {
                Truth::Values(values) => Known::Values(values),
                Truth::Classes(codes) => Known::Classes {
                    codes: codes.into_iter().map(|code| code as u32).collect(),
                    classes: classes as u32,
                },
            },
            n_neighbors: self.n_neighbors,
            weights: self.weights,
        })
    }
}

impl Neighbors {
    /// Predicts for encoded rows.
    pub(crate) fn predict<'r>(&self, rows: impl Iterator<Item = &'r [f64]>) -> Predictions {
        let mut distances = Vec::with_capacity(self.known.len());
        match &self.known {
            Known::Values(values) => Predictions::Values(
                rows.map(|row| {
                    let nearest = self.nearest(row, &mut distances);
                    let (mut total, mut sum) = (0.0, 0.0);
                    for (weight, index) in nearest {
                        total += weight;
                        sum += weight * values[index];
                    }
                    sum / total
                })
                .collect(),
            ),
            Known::Classes { codes, classes } => {
                let classes = *classes as usize;
                let mut probabilities = Vec::new();
                for row in rows {
                    let start = probabilities.len();
                    probabilities.resize(start + classes, 0.0);
                    let shares = &mut probabilities[start..];
                    let mut total = 0.0;
                    for (weight, index) in self.nearest(row, &mut distances) {
                        total += weight;
                        shares[codes[index] as usize] += weight;
                    }
                    shares.iter_mut().for_each(|share| *share /= total);
                }
                Predictions::Classes {
                    probabilities,
                    classes,
                }
            }
        }
    }

    /// Weight and index of the nearest rows, nearest first; among equally near ones the first.
    fn nearest(
        &self,
        row: &[f64],
        distances: &mut Vec<(f64, usize)>,
    ) -> impl Iterator<Item = (f64, usize)> {
        distances.clear();
        let kept = self.rows.chunks_exact(row.len());
        distances.extend(
            kept.enumerate()
                .map(|(index, kept)| (squared_distance(kept, row), index)),
        );
        let order = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
        let count = self.n_neighbors as usize;
        if count < distances.len() {
            distances.select_nth_unstable_by(count, order);
        }
        let nearest = &mut distances[..count];
        nearest.sort_unstable_by(order);
        let (closest, weights) = (nearest[0].0, self.weights);
        nearest.iter().map(move |&(squared, index)| {
            let weight = match weights {
                NeighborWeights::Uniform => 1.0,
                NeighborWeights::Distance if closest == 0.0 => f64::from(u8::from(squared == 0.0)),
                // Relative to the closest, so that the sum cannot overflow or vanish.
                NeighborWeights::Distance if closest.is_finite() => (closest / squared).sqrt(),
                NeighborWeights::Distance => 1.0,
            };
            (weight, index)
        })
    }

    /// Numbers read to predict one row.
    pub(crate) const fn work(&self) -> usize {
        self.rows.len()
    }

    /// Whether the parts fit together and hold finite numbers.
    pub(crate) fn is_sound(&self, width: usize, labels: usize) -> bool {
        let known = match &self.known {
            Known::Classes { codes, classes } => {
                labels >= 2
                    && *classes as usize == labels
                    && codes.iter().all(|code| code < classes)
            }
            Known::Values(values) => labels == 0 && values.iter().all(|value| value.is_finite()),
        };
        let count = self.n_neighbors as usize;
        known
            && width > 0
            && (1..=self.known.len()).contains(&count)
            && self.known.len().checked_mul(width) == Some(self.rows.len())
            && self.rows.iter().all(|value| value.is_finite())
    }
}

impl Known {
    const fn len(&self) -> usize {
        match self {
            Self::Classes { codes, .. } => codes.len(),
            Self::Values(values) => values.len(),
        }
    }
}
