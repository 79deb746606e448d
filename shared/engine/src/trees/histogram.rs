//! Histograms of one node: for each bin the sums of gradients and hessians, packed into one integer.

use super::binning::Binned;
use crate::parallel::for_each_parallel;

/// A little more than 256, so that equal bins of neighbouring features do not share a cache set.
pub(super) const STRIDE: usize = 264;
/// The gradient sum in the upper half, signed; the hessian sum in the lower one.
pub(super) type Cells = [u64; STRIDE];
/// Most features of a group: their histograms fit into the first-level cache.
const WIDTH: usize = 8;

/// Neighbouring features, row by row, so that a row's bins share a cache line.
#[derive(Debug)]
pub(super) struct Group {
    /// The first feature.
    pub(super) first: usize,
    /// Number of features, 1 to [`WIDTH`].
    pub(super) width: usize,
    bins: Vec<u8>,
}

/// Divides the features into an even number of groups, for even loads.
pub(super) fn group_features(binned: &Binned, threads: usize) -> Vec<Group> {
    let features = binned.features.len();
    let count = features.div_ceil(WIDTH).next_multiple_of(2).min(features);
    let mut groups: Vec<Group> = (0..count)
        .map(|group| {
            let (first, end) = (group * features / count, (group + 1) * features / count);
            Group {
                first,
                width: end - first,
                bins: Vec::new(),
            }
        })
        .collect();
    for_each_parallel(groups.iter_mut().collect(), threads, |group| {
        let columns = &binned.features[group.first..][..group.width];
        group.bins = vec![0; columns[0].rows.len() * group.width];
        for (position, column) in columns.iter().enumerate() {
            let cells = group.bins.chunks_exact_mut(group.width);
            for (row, &bin) in cells.zip(&column.rows) {
                row[position] = bin;
            }
        }
    });
    groups
}

/// A gradient and a hessian as one row of a histogram's input.
pub(super) const fn pack(gradient: i16, hessian: u16) -> u32 {
    (gradient as u16 as u32) << 16 | hessian as u32
}

/// What a row adds to a cell.
const fn spread(item: u32) -> u64 {
    (((item as i32 >> 16) as i64) << 32) as u64 | (item & 0xFFFF) as u64
}

/// The gradient sum of a cell or of sums of cells.
pub(super) const fn gradient(cell: u64) -> i32 {
    (cell as i64 >> 32) as i32
}

/// The hessian sum.
pub(super) const fn hessian(cell: u64) -> u32 {
    cell as u32
}

/// The sums of all rows.
pub(super) fn total(rows: &[u32], items: &[u32]) -> u64 {
    rows.iter().fold(0, |sum: u64, &row| {
        sum.wrapping_add(spread(items[row as usize]))
    })
}

impl Group {
    /// The histograms of the rows, one for each feature of the group. With no items each row counts 1.
    pub(super) fn build(&self, rows: &[u32], items: Option<&[u32]>, cells: &mut [Cells]) {
        match self.width {
            1 => self.build_wide::<1>(rows, items, cells),
            2 => self.build_wide::<2>(rows, items, cells),
            3 => self.build_wide::<3>(rows, items, cells),
            4 => self.build_wide::<4>(rows, items, cells),
            5 => self.build_wide::<5>(rows, items, cells),
            6 => self.build_wide::<6>(rows, items, cells),
            7 => self.build_wide::<7>(rows, items, cells),
            _ => self.build_wide::<8>(rows, items, cells),
        }
    }

    fn build_wide<const N: usize>(&self, rows: &[u32], items: Option<&[u32]>, cells: &mut [Cells]) {
        let bins = self.bins.as_chunks::<N>().0;
        let Some((cells, _)) = cells.split_first_chunk_mut::<N>() else {
            return;
        };
        for feature in &mut *cells {
            feature.fill(0);
        }
        match items {
            Some(items) => add_rows(rows, bins, cells, |row| spread(items[row])),
            None => add_rows(rows, bins, cells, |_| 1),
        }
    }
}

#[inline(always)]
fn add_rows<const N: usize>(
    rows: &[u32],
    bins: &[[u8; N]],
    cells: &mut [Cells; N],
    item: impl Fn(usize) -> u64,
) {
    for &row in rows {
        let item = item(row as usize);
        let bins = &bins[row as usize];
        for feature in 0..N {
            let cell = &mut cells[feature][bins[feature] as usize];
            *cell = cell.wrapping_add(item);
        }
    }
}

/// `parent -= child`: the histogram of the sibling.
pub(super) fn subtract(parent: &mut Cells, child: &Cells) {
    for (parent, child) in parent.iter_mut().zip(child) {
        *parent = parent.wrapping_sub(*child);
    }
}
