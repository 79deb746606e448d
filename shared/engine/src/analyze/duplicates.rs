//! Rows that repeat earlier rows.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use foldhash::fast::FixedState;

use super::types::{DuplicateRow, Duplicates};

/// Rows that are named.
const EXAMPLES: usize = 10;

/// Counts the rows whose hash an earlier row has.
pub(super) fn find_duplicates(row_hashes: &[u64]) -> Duplicates {
    let mut first_rows: HashMap<u64, usize, FixedState> = HashMap::default();
    let mut found = Duplicates {
        rows: 0,
        examples: Vec::new(),
    };
    for (index, hash) in row_hashes.iter().enumerate() {
        match first_rows.entry(*hash) {
            Entry::Vacant(entry) => {
                entry.insert(index + 1);
            }
            Entry::Occupied(entry) => {
                found.rows += 1;
                if found.examples.len() < EXAMPLES {
                    found.examples.push(DuplicateRow {
                        row: index + 1,
                        first: *entry.get(),
                    });
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_are_named_and_all_are_counted() {
        let hashes: Vec<u64> = (0..40).map(|row| row % 20).collect();
        let found = find_duplicates(&hashes);
        assert_eq!((found.rows, found.examples.len()), (20, EXAMPLES));
        assert_eq!(found.examples[0], DuplicateRow { row: 21, first: 1 });
        assert_eq!(find_duplicates(&[1, 2, 3]).rows, 0);
    }
}
