//! How words are shifted.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use super::stability::Groups;
use super::types::{CategoricalDrift, TableSide};
use crate::csv::Level;
use crate::profile::{ValueCount, top_values};

/// Words that are a group each; the others are one.
const GROUPS: usize = 19;

/// Words that are named.
const NAMED: usize = 5;

/// A column of words in one of the tables.
pub(super) struct Words<'t> {
    pub(super) levels: &'t [Level],
    pub(super) missing: usize,
    pub(super) rows: usize,
}

impl<'t> Words<'t> {
    fn count(&self) -> u64 {
        self.levels.iter().map(|level| level.count).sum()
    }

    fn counts(&self) -> HashMap<&'t str, u64, FixedState> {
        let counts = self.levels.iter();
        counts
            .map(|level| (level.word.as_str(), level.count))
            .collect()
    }

    pub(super) fn side(&self) -> TableSide {
        let most_frequent = top_values(self.levels, 1).pop();
        TableSide {
            missing_ratio: self.missing as f64 / self.rows as f64,
            mean: None,
            most_frequent: most_frequent.map(|top| top.value),
        }
    }
}

/// Rows with each of the reference's most frequent words, with any other, and empty cells.
pub(super) fn groups(current: &Words<'_>, reference: &Words<'_>) -> Groups {
    let counts = current.counts();
    let mut groups = Groups::default();
    let mut others = [reference.count(), current.count()];
    for top in top_values(reference.levels, GROUPS) {
        let here = counts.get(top.value.as_str()).copied().unwrap_or(0);
        groups.push(top.count, here);
        others[0] -= top.count;
        others[1] -= here;
    }
    groups.push(others[0], others[1]);
    groups.push(reference.missing as u64, current.missing as u64);
    groups
}

/// The distance between the distributions, and the words that are new.
pub(super) fn compare(current: &Words<'_>, reference: &Words<'_>) -> CategoricalDrift {
    let counts = current.counts();
    let share = |count: u64, words: &Words<'_>| count as f64 / words.rows as f64;
    let apart = |here: u64, there: u64| (share(here, current) - share(there, reference)).abs();
    let mut distance = apart(current.missing as u64, reference.missing as u64);
    let mut known: HashSet<&str, FixedState> = HashSet::default();
    for level in reference.levels {
        let here = counts.get(level.word.as_str()).copied().unwrap_or(0);
        distance += apart(here, level.count);
        known.insert(&level.word);
    }
    let new: Vec<Level> = current
        .levels
        .iter()
        .filter(|level| !known.contains(level.word.as_str()))
        .cloned()
        .collect();
    let new_rows = new.iter().map(|level| level.count).sum();
    let new_values: Vec<ValueCount> = top_values(&new, NAMED);
    CategoricalDrift {
        total_variation: ((distance + share(new_rows, current)) / 2.0).min(1.0),
        new_rows,
        new_values,
    }
}
