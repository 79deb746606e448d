//! Whether probabilities are what they say: of the rows for which a model says 70 %, about 70 % should be so.

use super::interval::wilson;
use super::predictions::most_probable;
use super::types::{Calibration, CalibrationBin};

/// Bins that the rows are divided into.
const MAX_BINS: usize = 10;

/// Rows of a bin at least, if there are so many.
const MIN_ROWS: usize = 10;

/// How well the probabilities of `classes` classes fit the truth; `None` without rows.
///
/// Of two classes the probability of the second is looked at; of more, that of the predicted class, and
/// whether it is the true one (Guo et al., *On Calibration of Modern Neural Networks*, 2017). The bins hold
/// equally many rows, but rows of the same probability are never parted.
pub(super) fn calibration(
    truth: &[usize],
    probabilities: &[f64],
    classes: usize,
) -> Option<Calibration> {
    let rows = || probabilities.chunks_exact(classes).zip(truth);
    let mut said: Vec<(f64, bool)> = rows()
        .map(|(row, &class)| match classes {
            2 => (row[1], class == 1),
            _ => {
                let predicted = most_probable(row);
                (row[predicted], predicted == class)
            }
        })
        .collect();
    if said.is_empty() {
        return None;
    }
    said.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    let bins = bins(&said);
    let share = |bin: &CalibrationBin| bin.count as f64 / said.len() as f64;
    Some(Calibration {
        brier: rows()
            .map(|(row, &class)| distance(row, class))
            .sum::<f64>()
            / said.len() as f64,
        expected_error: bins
            .iter()
            .map(|bin| share(bin) * (bin.observed - bin.predicted).abs())
            .sum(),
        bins,
    })
}

/// The squared distance of probabilities from the truth; of two classes that of the second alone, as scikit-learn
/// has it.
fn distance(row: &[f64], class: usize) -> f64 {
    let squares = row.iter().enumerate().map(|(index, probability)| {
        let off = probability - f64::from(u8::from(index == class));
        off * off
    });
    match row.len() {
        2 => squares.skip(1).sum(),
        _ => squares.sum(),
    }
}

/// Bins of what was said, in ascending order.
fn bins(said: &[(f64, bool)]) -> Vec<CalibrationBin> {
    let count = (said.len() / MIN_ROWS).clamp(1, MAX_BINS);
    let mut bins = Vec::with_capacity(count);
    let mut start = 0;
    for bin in 1..=count {
        let mut end = bin * said.len() / count;
        while end < said.len() && said[end].0 == said[end - 1].0 {
            end += 1;
        }
        if end > start {
            bins.push(of_rows(&said[start..end]));
            start = end;
        }
    }
    bins
}

fn of_rows(rows: &[(f64, bool)]) -> CalibrationBin {
    let count = rows.len() as f64;
    let right = rows.iter().filter(|(_, right)| *right).count() as f64;
    let observed = right / count;
    let (low, high) = wilson(observed, rows.len());
    CalibrationBin {
        predicted: rows.iter().map(|(probability, _)| probability).sum::<f64>() / count,
        observed,
        low,
        high,
        count: rows.len() as u64,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// sklearn.metrics.brier_score_loss([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]), and of more classes with
    /// scale_by_half=False.
    #[test]
    fn brier_scores_match_scikit_learn() {
        let two = [0.9, 0.1, 0.1, 0.9, 0.2, 0.8, 0.7, 0.3];
        let found = calibration(&[0, 1, 1, 0], &two, 2).expect("rows");
        assert!((found.brier - 0.0375).abs() < 1e-12, "{found:?}");
        let three = [0.6, 0.3, 0.1, 0.2, 0.5, 0.3, 0.1, 0.8, 0.1];
        let found = calibration(&[0, 1, 2], &three, 3).expect("rows");
        assert!((found.brier - 0.7).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn what_is_said_and_what_is_so_are_compared_bin_by_bin() {
        // A model that says 20 % or 80 %; the one is so in 1 of 10 rows, the other in 9 of 10.
        let (mut truth, mut probabilities) = (Vec::new(), Vec::new());
        for row in 0..200 {
            let second = if row % 2 == 0 { 0.2 } else { 0.8 };
            let rare = row / 2 % 10 == 0;
            truth.push(usize::from(rare == (row % 2 == 0)));
            probabilities.extend([1.0 - second, second]);
        }
        let found = calibration(&truth, &probabilities, 2).expect("rows");
        let bins: Vec<_> = found
            .bins
            .iter()
            .map(|bin| (bin.observed, bin.count))
            .collect();
        assert_eq!(bins, [(0.1, 100), (0.9, 100)], "equal ones are not parted");
        assert!((found.expected_error - 0.1).abs() < 1e-12, "{found:?}");
        assert!(
            found.bins[0].low < 0.1 && found.bins[0].high < 0.2,
            "{found:?}"
        );
    }

    #[test]
    fn of_many_classes_the_predicted_one_is_looked_at() {
        let row = [0.1, 0.2, 0.7];
        let found = calibration(&[2, 2, 0, 1], &row.repeat(4), 3).expect("rows");
        assert_eq!(found.bins.len(), 1);
        assert_eq!((found.bins[0].observed, found.bins[0].count), (0.5, 4));
        assert!((found.bins[0].predicted - 0.7).abs() < 1e-12);
        assert_eq!(calibration(&[], &[], 3), None);
    }

    proptest! {
        #[test]
        fn every_row_is_in_one_bin(
            rows in prop::collection::vec((0_u32..40, any::<bool>()), 1..300),
        ) {
            let truth: Vec<usize> = rows.iter().map(|(_, second)| usize::from(*second)).collect();
            let probabilities: Vec<f64> = rows
                .iter()
                .flat_map(|(parts, _)| [1.0 - f64::from(*parts) / 40.0, f64::from(*parts) / 40.0])
                .collect();
            let found = calibration(&truth, &probabilities, 2).expect("rows");
            prop_assert!((1..=MAX_BINS).contains(&found.bins.len()));
            prop_assert_eq!(found.bins.iter().map(|bin| bin.count).sum::<u64>(), rows.len() as u64);
            prop_assert!(found.bins.windows(2).all(|pair| pair[0].predicted < pair[1].predicted));
            prop_assert!((0.0..=1.0).contains(&found.expected_error));
        }
    }
}
