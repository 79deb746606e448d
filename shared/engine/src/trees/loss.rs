//! What boosting minimises: squared error, or the log loss of two or more classes.

use super::math::{exp, sigmoid};
use super::matrix::{Sample, Target};

/// A loss with its gradients.
#[derive(Clone, Copy, Debug)]
pub(super) enum Loss<'a> {
    Squared(&'a [f64]),
    Logistic(&'a [u32]),
    Softmax { codes: &'a [u32], classes: usize },
}

impl<'a> Loss<'a> {
    pub(super) const fn new(target: Target<'a>) -> Self {
        match target {
            Target::Values(values) => Self::Squared(values),
            Target::Classes { codes, classes: 2 } => Self::Logistic(codes),
            Target::Classes { codes, classes } => Self::Softmax { codes, classes },
        }
    }

    /// Number of scores of a row.
    pub(super) const fn outputs(self) -> usize {
        match self {
            Self::Squared(_) | Self::Logistic(_) => 1,
            Self::Softmax { classes, .. } => classes,
        }
    }

    /// The best constant scores for some rows.
    pub(super) fn base(self, sample: &Sample<'_>, rows: &[u32]) -> Vec<f64> {
        let total: f64 = rows.iter().map(|&row| sample.weight(row)).sum();
        let share = |codes: &[u32], class: usize| {
            let own = rows
                .iter()
                .filter(|&&row| codes[row as usize] as usize == class);
            let weight: f64 = own.map(|&row| sample.weight(row)).sum();
            // A class without rows still has a finite score.
            (weight / total).clamp(1e-15, 1.0 - 1e-15)
        };
        match self {
            Self::Squared(targets) => {
                let first = targets[rows[0] as usize];
                let deviation = |&row: &u32| sample.weight(row) * (targets[row as usize] - first);
                vec![first + rows.iter().map(deviation).sum::<f64>() / total]
            }
            Self::Logistic(codes) => {
                let share = share(codes, 1);
                vec![libm::log(share / (1.0 - share))]
            }
            Self::Softmax { codes, classes } => {
                let scores = (0..classes).map(|class| libm::log(share(codes, class)));
                scores.collect()
            }
        }
    }

    /// Turns the scores of all outputs into the probabilities of all classes, row by row, for
    /// [`Loss::gradients`]; the other losses need none.
    pub(super) fn probabilities(self, scores: &[Vec<f64>], probabilities: &mut Vec<Vec<f64>>) {
        /// Short enough for the first-level cache.
        const BLOCK: usize = 512;
        let Self::Softmax { .. } = self else { return };
        probabilities.resize_with(scores.len(), Vec::new);
        for own in probabilities.iter_mut() {
            own.resize(scores[0].len(), 0.0);
        }
        for begin in (0..scores[0].len()).step_by(BLOCK) {
            let end = (begin + BLOCK).min(scores[0].len());
            let len = end - begin;
            let mut largest = [f64::NEG_INFINITY; BLOCK];
            let mut total = [0.0; BLOCK];
            for own in scores {
                for (largest, &score) in largest[..len].iter_mut().zip(&own[begin..end]) {
                    *largest = if score > *largest { score } else { *largest };
                }
            }
            for (own, scores) in probabilities.iter_mut().zip(scores) {
                let own = own[begin..end].iter_mut().zip(&scores[begin..end]);
                for ((out, &score), (largest, total)) in own.zip(largest.iter().zip(&mut total)) {
                    *out = exp(score - largest);
                    *total += *out;
                }
            }
            for own in probabilities.iter_mut() {
                for (out, total) in own[begin..end].iter_mut().zip(&total) {
                    *out /= total;
                }
            }
        }
    }

    /// First and second derivatives of each row's loss by its score for `output`, times the row's
    /// weight. `inputs` are the scores, or with more than two classes the probabilities of `output`.
    /// No hessians are written if all are 1; the answer says so.
    pub(super) fn gradients(
        self,
        output: usize,
        inputs: &[f64],
        weights: Option<&[f64]>,
        gradients: &mut [f64],
        hessians: &mut Vec<f64>,
    ) -> bool {
        let constant = matches!(self, Self::Squared(_));
        if !constant || weights.is_some() {
            hessians.resize(inputs.len(), 0.0);
        }
        match self {
            Self::Squared(targets) => {
                for ((g, score), target) in gradients.iter_mut().zip(inputs).zip(targets) {
                    *g = score - target;
                }
                if weights.is_some() {
                    hessians.fill(1.0);
                }
            }
            Self::Logistic(codes) => {
                let outs = gradients.iter_mut().zip(hessians.iter_mut());
                for ((out, &score), &code) in outs.zip(inputs).zip(codes) {
                    let p = sigmoid(score);
                    *out.0 = p - f64::from(code);
                    *out.1 = p * (1.0 - p);
                }
            }
            Self::Softmax { codes, classes } => {
                // Friedman, *Greedy Function Approximation*, 2001: the classes share one freedom.
                let factor = classes as f64 / (classes - 1) as f64;
                let outs = gradients.iter_mut().zip(hessians.iter_mut());
                for ((out, &p), &code) in outs.zip(inputs).zip(codes) {
                    *out.0 = p - f64::from(u8::from(code == output as u32));
                    *out.1 = factor * p * (1.0 - p);
                }
            }
        }
        if let Some(weights) = weights {
            let outs = gradients.iter_mut().zip(hessians.iter_mut());
            for ((g, h), weight) in outs.zip(weights) {
                *g *= weight;
                *h *= weight;
            }
        }
        constant && weights.is_none()
    }

    /// The mean loss of some rows.
    pub(super) fn mean(self, sample: &Sample<'_>, rows: &[u32], scores: &[Vec<f64>]) -> f64 {
        let (mut sum, mut total) = (0.0, 0.0);
        let mut row_scores = vec![0.0; scores.len()];
        for &row in rows {
            let (index, weight) = (row as usize, sample.weight(row));
            let loss = match self {
                Self::Squared(targets) => {
                    let error = targets[index] - scores[0][index];
                    error * error
                }
                Self::Logistic(codes) => {
                    let score = scores[0][index];
                    let margin = if codes[index] == 1 { score } else { -score };
                    // `ln(1 + e⁻ᵐ)` without overflow.
                    let small = libm::log(1.0 + exp(-margin.abs()));
                    if margin > 0.0 { small } else { small - margin }
                }
                Self::Softmax { codes, .. } => {
                    for (own, scores) in row_scores.iter_mut().zip(scores) {
                        *own = scores[index];
                    }
                    let largest = row_scores.iter().copied().fold(f64::MIN, f64::max);
                    let powers = row_scores.iter().map(|score| exp(score - largest));
                    largest + libm::log(powers.sum()) - row_scores[codes[index] as usize]
                }
            };
            sum += weight * loss;
            total += weight;
        }
        sum / total
    }
}
