//! From the probabilities within each pair of classes to those of all classes: the closed form of Price, Knerr,
//! Personnaz and Dreyfus, *Pairwise Neural Network Classifiers with Probabilistic Outputs*, 1994. Any runtime that
//! can add and divide can do it, and it gives the same everywhere.

use crate::numeric::sigmoid;

/// Probabilities within a pair stay this far from 0 and 1, as in LIBSVM.
pub(crate) const CLIP: f64 = 1e-7;

/// The pairs of as many classes, in the order of their machines.
pub(crate) fn pairs(classes: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..classes).flat_map(move |first| (first + 1..classes).map(move |second| (first, second)))
}

/// The probability of each class, from the log odds of the second class of each pair.
pub(super) fn couple(odds: &[f64], classes: usize) -> Vec<f64> {
    // With `r(i, j)` that of class i within the pair, `p(i) = 1 / (Σ 1 / r(i, j) − (classes − 2))`.
    let mut shares = vec![2.0 - classes as f64; classes];
    for ((first, second), odds) in pairs(classes).zip(odds) {
        let within = sigmoid(*odds).clamp(CLIP, 1.0 - CLIP);
        shares[first] += 1.0 / (1.0 - within);
        shares[second] += 1.0 / within;
    }
    let mut total = 0.0;
    for share in &mut shares {
        *share = 1.0 / *share;
        total += *share;
    }
    shares.iter_mut().for_each(|share| *share /= total);
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parity::close;

    #[test]
    fn pairs_that_agree_give_the_probabilities_they_come_from() {
        let truth = [0.5, 0.2, 0.2, 0.1];
        let odds: Vec<f64> = pairs(4)
            .map(|(first, second)| libm::log(truth[second] / truth[first]))
            .collect();
        for (found, truth) in couple(&odds, 4).into_iter().zip(truth) {
            close(found, truth, 1e-12);
        }
    }

    #[test]
    fn pairs_that_are_sure_and_contradict_each_other_still_give_probabilities() {
        // The first beats the second, the second the third, the third the first.
        let found = couple(&[-1e9, 1e9, -1e9], 3);
        close(found.iter().sum(), 1.0, 1e-12);
        assert!(found.iter().all(|share| *share > 0.3));
    }
}
