//! Sorting the rows of a node into its children.

use super::split::BinSet;

/// Nodes with fewer rows are small.
const SMALL: usize = 64;

/// Moves the rows whose bin is in `left` to the front, keeping the order on both sides, and says how
/// many they are. `spare` is reused from call to call.
///
/// There is no branch on the data: each row is written to both sides of a small buffer, and only one
/// side's counter moves.
pub(super) fn partition(
    rows: &mut [u32],
    bins: &[u8],
    left: &BinSet,
    spare: &mut Vec<u32>,
) -> usize {
    const BLOCK: usize = 256;
    if rows.len() < SMALL {
        return partition_few(rows, bins, left);
    }
    let mut goes_left = [0_usize; 256];
    for (bin, goes) in goes_left.iter_mut().enumerate() {
        *goes = usize::from(left.contains(bin));
    }
    spare.clear();
    let (mut to_left, mut to_right) = ([0_u32; BLOCK], [0_u32; BLOCK]);
    let mut written = 0;
    for begin in (0..rows.len()).step_by(BLOCK) {
        let end = (begin + BLOCK).min(rows.len());
        let (mut lefts, mut rights) = (0, 0);
        for &row in &rows[begin..end] {
            let goes = goes_left[bins[row as usize] as usize];
            to_left[lefts & (BLOCK - 1)] = row;
            to_right[rights & (BLOCK - 1)] = row;
            lefts += goes;
            rights += 1 - goes;
        }
        rows[written..written + lefts].copy_from_slice(&to_left[..lefts]);
        written += lefts;
        spare.extend_from_slice(&to_right[..rights]);
    }
    rows[written..].copy_from_slice(spare);
    written
}

/// The same for a few rows, for which preparing a table would take longer than the work.
fn partition_few(rows: &mut [u32], bins: &[u8], left: &BinSet) -> usize {
    let (mut to_right, mut lefts, mut rights) = ([0_u32; SMALL], 0, 0);
    for index in 0..rows.len() {
        let row = rows[index];
        let goes = usize::from(left.contains(bins[row as usize] as usize));
        rows[lefts] = row;
        to_right[rights & (SMALL - 1)] = row;
        lefts += goes;
        rights += 1 - goes;
    }
    rows[lefts..].copy_from_slice(&to_right[..rights]);
    lefts
}

#[cfg(test)]
mod tests {
    use super::super::counter::draw;
    use super::*;

    #[test]
    fn is_a_stable_partition() {
        for count in [0, 1, 5, 63, 64, 255, 256, 257, 5_000] {
            let bins: Vec<u8> = (0..count).map(|row| draw(3, row) as u8).collect();
            let mut left = BinSet::default();
            (0..256)
                .filter(|bin| bin % 3 == 0)
                .for_each(|bin| left.insert(bin));
            let mut rows: Vec<u32> = (0..count as u32).rev().collect();
            let (mut expected, rest): (Vec<u32>, Vec<u32>) = rows
                .iter()
                .partition(|&&row| left.contains(bins[row as usize] as usize));
            let lefts = expected.len();
            expected.extend(rest);
            assert_eq!(partition(&mut rows, &bins, &left, &mut Vec::new()), lefts);
            assert_eq!(rows, expected);
        }
    }
}
