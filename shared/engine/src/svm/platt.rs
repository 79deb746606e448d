//! From decisions to probabilities: the logistic function that fits them best (Platt 1999), found as in Lin, Lin
//! and Weng, *A Note on Platt's Probabilistic Outputs for Support Vector Machines*, 2007.

const MAX_ITERATIONS: u32 = 100;

/// The Newton step becomes so small at the end.
const MIN_STEP: f64 = 1e-10;

/// Added to the diagonal of the Hessian, which keeps it positive definite.
const RIDGE: f64 = 1e-12;

/// The log odds of the positive class are `slope · decision + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sigmoid {
    pub(super) slope: f64,
    pub(super) offset: f64,
}

/// A decision, whether its row is positive, and how much it counts.
pub(super) struct Known {
    pub(super) decision: f64,
    pub(super) positive: bool,
    pub(super) weight: f64,
}

/// Fits the logistic function. Rows count as those of one class in sum and two more do, which keeps
/// probabilities away from 0 and 1.
pub(super) fn fit(known: &[Known]) -> Sigmoid {
    let total = |positive: bool| -> f64 {
        let rows = known.iter().filter(|row| row.positive == positive);
        rows.map(|row| row.weight).sum()
    };
    let (positive, negative) = (total(true), total(false));
    let targets = [1.0 / (negative + 2.0), (positive + 1.0) / (positive + 2.0)];
    let objective = Objective { known, targets };
    let mut at = Sigmoid {
        slope: 0.0,
        offset: libm::log((positive + 1.0) / (negative + 1.0)),
    };
    let mut value = objective.value(at);
    for _ in 0..MAX_ITERATIONS {
        let Some((direction, descent)) = objective.direction(at) else {
            break;
        };
        let mut step = 1.0;
        let better = loop {
            let next = Sigmoid {
                slope: at.slope + step * direction.slope,
                offset: at.offset + step * direction.offset,
            };
            let found = objective.value(next);
            if found < value + 1e-4 * step * descent {
                break Some((next, found));
            }
            step /= 2.0;
            if step < MIN_STEP {
                break None;
            }
        };
        match better {
            Some(found) => (at, value) = found,
            None => break,
        }
    }
    at
}

/// The log loss of the probabilities against the targets.
struct Objective<'k> {
    known: &'k [Known],
    /// Of negative and of positive rows.
    targets: [f64; 2],
}

impl Objective<'_> {
    fn target(&self, row: &Known) -> f64 {
        self.targets[usize::from(row.positive)]
    }

    fn value(&self, at: Sigmoid) -> f64 {
        let loss = |row: &Known| {
            let odds = at.slope * row.decision + at.offset;
            // −t ln p − (1 − t) ln(1 − p) without overflow.
            let excess = libm::log1p(libm::exp(-odds.abs()));
            row.weight * (odds.max(0.0) - self.target(row) * odds + excess)
        };
        self.known.iter().map(loss).sum()
    }

    /// The Newton direction, and the derivative along it; `None` at the minimum.
    fn direction(&self, at: Sigmoid) -> Option<(Sigmoid, f64)> {
        let (mut first, mut second) = ([0.0; 2], [RIDGE, 0.0, RIDGE]);
        for row in self.known {
            let probability = crate::numeric::sigmoid(at.slope * row.decision + at.offset);
            let slope = row.weight * (probability - self.target(row));
            let curvature = row.weight * probability * (1.0 - probability);
            first[0] += slope * row.decision;
            first[1] += slope;
            second[0] += curvature * row.decision * row.decision;
            second[1] += curvature * row.decision;
            second[2] += curvature;
        }
        if first.iter().all(|slope| slope.abs() < 1e-5) {
            return None;
        }
        let determinant = second[0] * second[2] - second[1] * second[1];
        let direction = Sigmoid {
            slope: -(second[2] * first[0] - second[1] * first[1]) / determinant,
            offset: -(second[0] * first[1] - second[1] * first[0]) / determinant,
        };
        let descent = first[0] * direction.slope + first[1] * direction.offset;
        (descent < 0.0).then_some((direction, descent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parity::close;

    fn known(rows: &[(f64, bool, f64)]) -> Vec<Known> {
        let one = |&(decision, positive, weight): &(f64, bool, f64)| Known {
            decision,
            positive,
            weight,
        };
        rows.iter().map(one).collect()
    }

    #[test]
    fn decisions_that_tell_nothing_give_the_shares_of_the_classes() {
        let rows: Vec<_> = (0..9).map(|i| (0.0, i < 3, 1.0)).collect();
        let found = fit(&known(&rows));
        assert_eq!(found.slope, 0.0);
        // The weighted mean of the targets 4/5 and 1/8.
        let share: f64 = (3.0 * 0.8 + 6.0 * 0.125) / 9.0;
        close(crate::numeric::sigmoid(found.offset), share, 1e-6);
    }

    /// `sklearn.calibration._sigmoid_calibration` of scikit-learn 1.9.1.
    #[test]
    fn decisions_as_scikit_learn() {
        let decisions = [-1.5, -0.3, 0.2, 0.9, 2.0, -0.7, 1.1, 0.4];
        let positive = [1, 3, 4, 6];
        let weights = [1.0, 1.0, 2.0, 2.0, 1.0, 0.5, 1.5, 1.0];
        for (weights, slope, offset) in [
            ([1.0; 8], 0.978_893_648, -0.261_040_559),
            (weights, 1.207_635_630, -0.298_949_710),
        ] {
            let rows: Vec<_> = (0..8)
                .map(|row| (decisions[row], positive.contains(&row), weights[row]))
                .collect();
            let found = fit(&known(&rows));
            close(found.slope, slope, 1e-4);
            close(found.offset, offset, 1e-4);
        }
    }

    #[test]
    fn a_row_of_weight_two_counts_as_two_rows() {
        let rows = [
            (-1.5, false, 1.0),
            (-0.3, true, 1.0),
            (0.2, false, 2.0),
            (0.9, true, 2.0),
            (2.0, true, 1.0),
        ];
        let twice: Vec<_> = rows
            .iter()
            .flat_map(|&(decision, positive, weight)| {
                vec![(decision, positive, 1.0); weight as usize]
            })
            .collect();
        let (weighted, repeated) = (fit(&known(&rows)), fit(&known(&twice)));
        close(weighted.slope, repeated.slope, 1e-6);
        close(weighted.offset, repeated.offset, 1e-6);
        assert!(weighted.slope > 0.0);
    }
}
