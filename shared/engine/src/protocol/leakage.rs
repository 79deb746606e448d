//! Columns that give the target away.

use super::pipeline::Source;
use super::split::Split;
use crate::csv::{Column, Data, MISSING};
use crate::metrics::Truth;
use crate::numeric::{mean, squared_deviation};

/// Groups that a column of numbers is cut into.
const BINS: usize = 50;

/// Held-out rows from which on a perfect prediction is no accident.
const MIN_ROWS: usize = 15;

/// What a column alone must tell to be suspected: the share of each class that is found, or of the variance
/// that is explained, of the numbers or of their ranks.
const SUSPICIOUS: f64 = 0.99;

/// How well the held-out target is predicted by this column alone, from groups of equal or near values in
/// the training part, when that is so well that the column must be suspected.
pub(super) fn gives_away(source: &Source<'_>, parts: &Split, column: &Column) -> Option<f64> {
    if parts.test.len() < MIN_ROWS {
        return None;
    }
    let classes = source.target.labels.len();
    let told = match (
        source.target.truth.select(&parts.train),
        source.target.truth.select(&parts.test),
    ) {
        (Truth::Classes(learnt), Truth::Classes(truth)) => {
            let told = |cut| {
                let (training, held_out) = groups(source, column, parts, cut)?;
                let found = recall((&training, &learnt), (&held_out, &truth), classes);
                Some(found)
            };
            // Bins bear some errors in the column; the nearest value sees where one class ends and another begins.
            told(Cut::Bins)?.max(told(Cut::Nearest)?)
        }
        (Truth::Values(learnt), Truth::Values(truth)) => {
            let (training, held_out) = groups(source, column, parts, Cut::Bins)?;
            let told =
                |learnt: &[f64], truth: &[f64]| explained((&training, learnt), (&held_out, truth));
            // A few extreme values can hide that all others are known; their ranks cannot.
            let ranked = ranks(&learnt);
            told(&learnt, &truth).max(told(&ranked(&learnt), &ranked(&truth)))
        }
        _ => return None,
    };
    (told >= SUSPICIOUS).then_some(told)
}

/// How numbers are cut into groups.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// Into [`BINS`] of as many training rows each, or one for each value when there are few.
    Bins,
    /// To each value of the training part belongs what is nearest to it.
    Nearest,
}

/// The group of each training row and of each held-out row; empty cells are group 0. Groups are made of the training
/// rows.
fn groups(
    source: &Source<'_>,
    column: &Column,
    parts: &Split,
    cut: Cut,
) -> Option<(Vec<usize>, Vec<usize>)> {
    let both = [&parts.train, &parts.test].map(|positions| source.rows(positions));
    let [training, held_out] = match &column.data {
        Data::Numbers(values) | Data::Moments(values) => {
            let borders = borders(values, &both[0], cut);
            let group = |&row: &u32| match values[row as usize] {
                value if value.is_nan() => 0,
                value => 1 + borders.partition_point(|border| *border <= value),
            };
            both.map(|rows| rows.iter().map(group).collect())
        }
        Data::Words { codes, .. } => {
            let group = |&row: &u32| match codes[row as usize] {
                MISSING => 0,
                code => 1 + code as usize,
            };
            both.map(|rows| rows.iter().map(group).collect())
        }
        Data::Empty | Data::Wide { .. } => return None,
    };
    Some((training, held_out))
}

/// Where one group of numbers ends and the next begins, ascending.
fn borders(values: &[f64], training: &[u32], cut: Cut) -> Vec<f64> {
    let mut sorted: Vec<f64> = training
        .iter()
        .map(|&row| values[row as usize])
        .filter(|value| !value.is_nan())
        .collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let mut borders = sorted.clone();
    borders.dedup();
    if cut == Cut::Nearest {
        return borders
            .windows(2)
            .map(|pair| pair[0] / 2.0 + pair[1] / 2.0)
            .collect();
    }
    // Every value is a border when there are few.
    if borders.len() > BINS {
        borders = (1..BINS)
            .map(|bin| sorted[bin * sorted.len() / BINS])
            .collect();
        borders.dedup();
    }
    borders
}

/// The share found of each class, averaged, when every group stands for its most frequent class.
fn recall(
    (groups, learnt): (&[usize], &[usize]),
    (held_out, truth): (&[usize], &[usize]),
    classes: usize,
) -> f64 {
    let count = groups
        .iter()
        .chain(held_out)
        .max()
        .map_or(0, |most| most + 1);
    let mut table = vec![0_usize; count * classes];
    for (group, class) in groups.iter().zip(learnt) {
        table[group * classes + class] += 1;
    }
    let (mut hits, mut sizes) = (vec![0.0; classes], vec![0.0; classes]);
    for (group, &class) in held_out.iter().zip(truth) {
        let counts = &table[group * classes..][..classes];
        let most = counts.iter().copied().max().unwrap_or(0);
        let guess = counts.iter().position(|count| *count == most && most > 0);
        sizes[class] += 1.0;
        hits[class] += f64::from(u8::from(guess == Some(class)));
    }
    let present = sizes.iter().filter(|size| **size > 0.0).count();
    // A test of one class alone says nothing.
    if present < 2 {
        return 0.0;
    }
    let shares = hits.iter().zip(&sizes).filter(|(_, size)| **size > 0.0);
    shares.map(|(hits, size)| hits / size).sum::<f64>() / present as f64
}

/// Turns numbers into their places among those of the training part; equal ones share the middle of theirs.
fn ranks(training: &[f64]) -> impl Fn(&[f64]) -> Vec<f64> {
    let mut sorted = training.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    move |values| {
        let rank = |value: &f64| {
            let below = sorted.partition_point(|other| other < value);
            let up_to = sorted.partition_point(|other| other <= value);
            (below + up_to) as f64 / 2.0
        };
        values.iter().map(rank).collect()
    }
}

/// The share of the variance explained when every group stands for its mean.
fn explained((groups, learnt): (&[usize], &[f64]), (held_out, truth): (&[usize], &[f64])) -> f64 {
    let count = groups
        .iter()
        .chain(held_out)
        .max()
        .map_or(0, |most| most + 1);
    let (mut sums, mut sizes) = (vec![0.0; count], vec![0.0; count]);
    for (&group, value) in groups.iter().zip(learnt) {
        sums[group] += value;
        sizes[group] += 1.0;
    }
    let overall = mean(learnt);
    let guess = |group: usize| match sizes[group] {
        0.0 => overall,
        size => sums[group] / size,
    };
    let errors = held_out.iter().zip(truth).map(|(&group, value)| {
        let error = value - guess(group);
        error * error
    });
    let share = 1.0 - errors.sum::<f64>() / squared_deviation(truth, mean(truth));
    if share.is_finite() { share } else { 0.0 }
}
