//! Choosing the rows that are held back.

use crate::metrics::Truth;
use crate::random::{Purpose, Random};

/// Positions of rows, ascending, that a model is fitted on and that it is tested on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    pub(crate) train: Vec<u32>,
    pub(crate) test: Vec<u32>,
}

/// Holds back a share of the rows, rounded up. For classes the share is held back of each, as far as whole
/// rows allow, and at least one row of each class stays in the training part.
pub(crate) fn split(truth: &Truth, fraction: f64, seed: u64) -> Split {
    let mut random = Random::new(seed, Purpose::Split, 0);
    let total = truth.len();
    let wanted = ((total as f64 * fraction).ceil() as usize).clamp(1, total - 1);
    let groups = match truth {
        Truth::Values(_) => vec![(0..total as u32).collect()],
        Truth::Classes(classes) => group(classes),
    };
    let counts = apportion(&groups, wanted, matches!(truth, Truth::Classes(_)));
    let mut split = Split {
        train: Vec::new(),
        test: Vec::new(),
    };
    for (mut rows, count) in groups.into_iter().zip(counts) {
        random.shuffle(&mut rows);
        split.test.extend_from_slice(&rows[..count]);
        split.train.extend_from_slice(&rows[count..]);
    }
    split.train.sort_unstable();
    split.test.sort_unstable();
    split
}

/// Cross-validation: `folds` parts of nearly equal size, for classes each with nearly the same shares.
pub(crate) fn folds(truth: &Truth, folds: usize, seed: u64) -> Vec<Split> {
    let mut random = Random::new(seed, Purpose::Folds, 0);
    let groups = match truth {
        Truth::Values(_) => vec![(0..truth.len() as u32).collect()],
        Truth::Classes(classes) => group(classes),
    };
    let mut fold_of_row = vec![0; truth.len()];
    let mut next = 0;
    for mut rows in groups {
        random.shuffle(&mut rows);
        for row in rows {
            fold_of_row[row as usize] = next % folds;
            next += 1;
        }
    }
    (0..folds)
        .map(|fold| {
            let (test, train) =
                (0..truth.len() as u32).partition(|&row| fold_of_row[row as usize] == fold);
            Split { train, test }
        })
        .collect()
}

/// The rows of each class.
fn group(classes: &[usize]) -> Vec<Vec<u32>> {
    let count = classes.iter().max().map_or(0, |largest| largest + 1);
    let mut groups = vec![Vec::new(); count];
    for (row, &class) in classes.iter().enumerate() {
        groups[class].push(row as u32);
    }
    groups
}

/// How many rows of each group are held back: the whole part of its share, then one more for the groups
/// with the largest remainders (Hamilton's method). With `keep_one`, no group is held back entirely.
fn apportion(groups: &[Vec<u32>], wanted: usize, keep_one: bool) -> Vec<usize> {
    let total: usize = groups.iter().map(Vec::len).sum();
    let most = |group: &Vec<u32>| group.len() - usize::from(keep_one && !group.is_empty());
    let mut counts: Vec<usize> = groups
        .iter()
        .map(|group| (group.len() * wanted / total).min(most(group)))
        .collect();
    let mut order: Vec<usize> = (0..groups.len()).collect();
    // A stable sort: among equal remainders the first group comes first.
    order.sort_by_key(|&index| std::cmp::Reverse(groups[index].len() * wanted % total));
    let mut left = wanted.saturating_sub(counts.iter().sum());
    while left > 0 {
        let before = left;
        for &index in &order {
            if left > 0 && counts[index] < most(&groups[index]) {
                counts[index] += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_class_is_held_back_in_its_share() {
        let classes: Vec<usize> = (0..100).map(|row| usize::from(row % 10 == 0)).collect();
        let split = split(&Truth::Classes(classes.clone()), 0.25, 42);
        let rare = split
            .test
            .iter()
            .filter(|&&row| classes[row as usize] == 1)
            .count();
        assert_eq!(split.test.len(), 25);
        assert!((2..=3).contains(&rare), "{rare}");
    }

    #[test]
    fn a_class_of_one_row_is_trained_on() {
        let split = split(&Truth::Classes(vec![0, 0, 0, 1]), 0.5, 1);
        assert!(split.train.contains(&3) && split.test.len() == 2);
    }

    #[test]
    fn the_seed_decides() {
        let truth = Truth::Values(vec![0.0; 50]);
        assert_eq!(split(&truth, 0.25, 1), split(&truth, 0.25, 1));
        assert_ne!(split(&truth, 0.25, 1), split(&truth, 0.25, 2));
    }

    proptest! {
        #[test]
        fn every_row_is_on_one_side(
            classes in prop::collection::vec(0_usize..5, 3..60),
            fraction in 0.05..=0.5,
            seed: u64,
        ) {
            let truth = Truth::Classes(classes.clone());
            let parts = split(&truth, fraction, seed);
            let mut all = [parts.train.clone(), parts.test].concat();
            all.sort_unstable();
            prop_assert_eq!(all, (0..classes.len() as u32).collect::<Vec<_>>());
            let seen = |rows: &[u32]| rows.iter().map(|&row| classes[row as usize]).max();
            prop_assert_eq!(seen(&parts.train), classes.iter().copied().max());

            let mut tested: Vec<u32> =
                folds(&truth, 3, seed).into_iter().flat_map(|fold| fold.test).collect();
            tested.sort_unstable();
            prop_assert_eq!(tested, (0..classes.len() as u32).collect::<Vec<_>>());
        }
    }
}
