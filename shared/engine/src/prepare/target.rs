//! Target encoding: a word becomes the mean of the target over its rows, drawn towards the mean of all rows
//! (Micci-Barreca, *A Preprocessing Scheme for High-Cardinality Categorical Attributes*, 2001).
//!
//! With `n` rows of a word it is `(sum + m · mean) / (n + m)`, as in scikit-learn's `TargetEncoder(smooth=m)`. The
//! smoothing `m` is the variance within words over that between them, which is what the means of groups are best
//! drawn together by (Efron and Morris 1975); both come from the usual analysis of variance. Rows that are learnt from
//! get the mean of words over the other folds, or a model would take its own target for what the word says.

use super::encoder::Encoding;
use crate::metrics::Truth;
use crate::numeric::{mean, squared_deviation};

/// Most outputs that words are encoded by; with more classes there would be more numbers than words are worth.
const MAX_OUTPUTS: usize = 20;

/// What words are encoded by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Supervision {
    /// Per output, for each row that is learnt from: the number, or 1 for rows of the class. Two classes have one
    /// output, the second class, and more have one each.
    outputs: Vec<Vec<f64>>,
    /// The fold that each row is in.
    folds: Vec<usize>,
}

impl Supervision {
    /// From what is known about the rows, and the fold that each is in.
    pub(crate) fn new(truth: &Truth, classes: usize, folds: Vec<usize>) -> Self {
        let is = |rows: &[usize], class: usize| -> Vec<f64> {
            let one = |row: &usize| f64::from(u8::from(*row == class));
            rows.iter().map(one).collect()
        };
        let outputs = match truth {
            Truth::Values(values) => vec![values.clone()],
            Truth::Classes(rows) if classes == 2 => vec![is(rows, 1)],
            Truth::Classes(rows) if classes <= MAX_OUTPUTS => {
                (0..classes).map(|class| is(rows, class)).collect()
            }
            Truth::Classes(_) => Vec::new(),
        };
        Self { outputs, folds }
    }

    /// Whether words can be encoded by it.
    pub(super) const fn is_given(&self) -> bool {
        !self.outputs.is_empty()
    }
}

/// What the rows that are learnt from become: row by row, one number per output.
pub(super) type Crossed = Vec<f64>;

/// Learns the encoding of `levels`, which ascend. For each row `places` says the place of its word, the number of levels
/// for an empty cell, and nothing for words that are not among them.
pub(super) fn fit_levels(
    levels: Vec<String>,
    places: &[Option<usize>],
    supervision: &Supervision,
) -> (Encoding, Crossed) {
    let (groups, count) = (levels.len() + 1, supervision.outputs.len());
    let mut table = vec![0.0; (groups + 1) * count];
    let mut crossed = vec![0.0; places.len() * count];
    let folds = supervision.folds.iter().max().map_or(0, |last| last + 1);
    for (output, target) in supervision.outputs.iter().enumerate() {
        let mut column = vec![0.0; places.len()];
        for fold in 0..folds {
            let means = learn(groups, places, target, |row| supervision.folds[row] != fold);
            for (row, place) in places.iter().enumerate() {
                if supervision.folds[row] == fold {
                    column[row] = means[place.unwrap_or(groups)];
                }
            }
        }
        let center = mean(&column);
        let deviation = (squared_deviation(&column, center) / column.len() as f64).sqrt();
        let scale = if deviation > 0.0 { deviation } else { 1.0 };
        // Trees of other runtimes read single precision.
        let standard = |value: f64| f64::from(((value - center) / scale) as f32);
        for (row, value) in column.into_iter().enumerate() {
            crossed[row * count + output] = standard(value);
        }
        let means = learn(groups, places, target, |_| true);
        for (place, value) in means.into_iter().enumerate() {
            table[place * count + output] = standard(value);
        }
    }
    (Encoding::Target { levels, table }, crossed)
}

/// The smoothed mean of each group over the rows that count, and last the mean of all of them.
fn learn(
    groups: usize,
    places: &[Option<usize>],
    target: &[f64],
    counts: impl Fn(usize) -> bool,
) -> Vec<f64> {
    let rows = || (0..target.len()).filter(|&row| counts(row));
    let total = rows().count() as f64;
    let overall = rows().map(|row| target[row]).sum::<f64>() / total.max(1.0);
    let mut sizes = vec![0.0; groups];
    let mut means = vec![0.0; groups];
    let grouped = || rows().filter_map(|row| Some((places[row]?, target[row])));
    for (group, value) in grouped() {
        sizes[group] += 1.0;
        means[group] += value;
    }
    for (mean, size) in means.iter_mut().zip(&sizes) {
        *mean = if *size > 0.0 { *mean / size } else { overall };
    }
    let within: f64 = grouped()
        .map(|(group, value)| (value - means[group]) * (value - means[group]))
        .sum();
    let smoothing = smoothing(&sizes, &means, within);
    for (mean, size) in means.iter_mut().zip(&sizes) {
        let trust = match smoothing {
            Some(smoothing) if *size > 0.0 => size / (size + smoothing),
            _ => 0.0,
        };
        *mean = overall + trust * (*mean - overall);
    }
    means.push(overall);
    means
}

/// The variance within groups over that between them; `None` when groups differ no more than chance lets them.
fn smoothing(sizes: &[f64], means: &[f64], within: f64) -> Option<f64> {
    let groups = sizes.iter().filter(|size| **size > 0.0).count() as f64;
    let rows: f64 = sizes.iter().sum();
    if groups < 2.0 || rows <= groups {
        return None;
    }
    let weighted = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
        sizes
            .iter()
            .zip(means)
            .map(|(size, mean)| of(*size, *mean))
            .sum()
    };
    let center = weighted(&|size, mean| size * mean) / rows;
    let between = weighted(&|size, mean| size * (mean - center) * (mean - center)) / (groups - 1.0);
    let within = within / (rows - groups);
    let usual = (rows - weighted(&|size, _| size * size) / rows) / (groups - 1.0);
    let variance = (between - within) / usual;
    (variance > 0.0).then(|| within / variance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parity::close;

    const FOLDS: usize = 5;

    /// Forty rows of some of seven words, of which the targets follow the word but for a swing.
    fn rows() -> (Vec<Option<usize>>, Vec<f64>) {
        let place = |row: usize| (row * row + row) % 7;
        let target = |row: usize| (3 * place(row) + row * 13 % 11) as f64;
        (
            (0..40).map(|row| Some(place(row))).collect(),
            (0..40).map(target).collect(),
        )
    }

    fn fitted(places: &[Option<usize>], truth: &Truth, classes: usize) -> (Vec<f64>, Crossed) {
        let folds = (0..truth.len()).map(|row| row % FOLDS).collect();
        let levels = (0..7).map(|level| format!("w{level}")).collect();
        match fit_levels(levels, places, &Supervision::new(truth, classes, folds)) {
            (Encoding::Target { table, .. }, crossed) => (table, crossed),
            (other, _) => panic!("{other:?}"),
        }
    }

    /// `TargetEncoder(smooth=0.13132238566294724)` of scikit-learn 1.9.1; words without rows are the mean.
    #[test]
    fn means_are_smoothed_as_in_scikit_learn() {
        let (places, target) = rows();
        let found = learn(8, &places, &target, |_| true);
        let expected = [
            4.389_844_816_582_735,
            14.2,
            10.498_732_659_736_342,
            14.2,
            14.2,
            21.017_452_642_474_35,
            23.152_033_137_652_477,
            14.2,
            14.2,
        ];
        for (found, expected) in found.iter().zip(expected) {
            close(*found, expected, 1e-12);
        }
    }

    #[test]
    fn words_that_say_nothing_become_the_mean_of_all_rows() {
        let places: Vec<Option<usize>> = (0..40).map(|row| Some(row % 8)).collect();
        let target: Vec<f64> = (0..40).map(|row| f64::from(row / 8)).collect();
        assert_eq!(learn(8, &places, &target, |_| true), [2.0; 9]);
    }

    #[test]
    fn the_targets_of_a_fold_have_no_influence_on_what_its_own_words_become() {
        let (places, target) = rows();
        let folds: Vec<usize> = (0..40).map(|row| row % FOLDS).collect();
        let plain = learn(8, &places, &target, |row| folds[row] != 3);
        let mut other = target.clone();
        other
            .iter_mut()
            .skip(3)
            .step_by(FOLDS)
            .for_each(|target| *target = -1e6);
        assert_eq!(learn(8, &places, &other, |row| folds[row] != 3), plain);
        let (known, changed) = (Truth::Values(target), Truth::Values(other));
        assert_ne!(fitted(&places, &known, 0).1, fitted(&places, &changed, 0).1);
        // Rows of one word differ by their folds, and from what new rows become.
        let (table, crossed) = fitted(&places, &known, 0);
        assert_ne!(crossed[0], crossed[6]);
        assert_ne!(crossed[0], table[0]);
    }

    #[test]
    fn every_class_has_a_number_but_two_share_one() {
        let (mut places, target) = rows();
        places[1] = Some(7);
        places[2] = None;
        for (classes, outputs) in [(2, 1), (4, 4)] {
            let truth = target.iter().map(|target| *target as usize % classes);
            let (table, crossed) = fitted(&places, &Truth::Classes(truth.collect()), classes);
            // Seven words, the empty cell, all others.
            assert_eq!(table.len(), 9 * outputs);
            assert_eq!(crossed.len(), 40 * outputs);
        }
        let many = Truth::Classes((0..40).map(|row| row % 21).collect());
        assert!(!Supervision::new(&many, 21, vec![0; 40]).is_given());
    }
}
