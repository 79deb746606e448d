//! Features as bytes: each value becomes the number of its bin, once for a whole fit.
//!
//! Values are rounded to `f32` before they are compared, here and when predicting, and thresholds are
//! `f32`, so a runtime that only knows single precision sends every row to the same side.

use super::counter::{Draw, draw, key};
use super::matrix::{Column, MISSING_CODE, Sample};
use crate::parallel::for_each_parallel;

/// Bin edges come from at most this many rows.
const EDGE_ROWS: usize = 40_000;

/// What the bins of one feature mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// Ascending edges: bin `i` holds values in `(edges[i - 1], edges[i]]`.
    Numeric { edges: Vec<f32> },
    /// Bin `i` holds category `codes[i]`. Rarer categories are treated as missing.
    Categorical { codes: Vec<u32> },
}

/// One binned feature.
#[derive(Clone, Debug)]
pub(super) struct Feature {
    pub(super) meaning: Meaning,
    /// Number of bins of values; the bin after them means missing.
    pub(super) bins: usize,
    /// Whether any row is in the bin that means missing.
    pub(super) has_missing: bool,
    /// Bin of each row.
    pub(super) rows: Vec<u8>,
}

/// All features, by column.
#[derive(Debug)]
pub(super) struct Binned {
    pub(super) features: Vec<Feature>,
}

impl Binned {
    /// Bins every column; edges are chosen on the rows of the sample.
    pub(super) fn new(sample: &Sample<'_>, max_bins: usize, seed: u64, threads: usize) -> Self {
        let chosen = edge_rows(&sample.rows, seed);
        let columns = sample.matrix.columns();
        let mut slots: Vec<Option<Feature>> = columns.iter().map(|_| None).collect();
        let jobs = columns.iter().zip(slots.iter_mut()).collect();
        for_each_parallel(jobs, threads, |(column, slot)| {
            *slot = Some(match *column {
                Column::Numeric(values) => bin_numbers(values, &chosen, max_bins),
                Column::Categorical { codes, levels } => {
                    bin_categories(codes, levels, &sample.rows, max_bins)
                }
            });
        });
        Self {
            features: slots.into_iter().flatten().collect(),
        }
    }
}

/// The rows that edges are found on: one from each of equally long stretches.
fn edge_rows(rows: &[u32], seed: u64) -> Vec<u32> {
    if rows.len() <= EDGE_ROWS {
        return rows.to_vec();
    }
    let key = key(seed, Draw::Bins, 0);
    (0..EDGE_ROWS)
        .map(|part| {
            let (begin, end) = (
                part * rows.len() / EDGE_ROWS,
                (part + 1) * rows.len() / EDGE_ROWS,
            );
            rows[begin + (draw(key, part as u64) % (end - begin) as u64) as usize]
        })
        .collect()
}

/// A value as it is compared: in single precision, with one zero.
pub(super) const fn rounded(value: f64) -> f32 {
    value as f32 + 0.0
}

/// Bits whose unsigned order is the order of the numbers.
const fn ordered_bits(value: f32) -> u32 {
    let bits = value.to_bits();
    bits ^ (((bits as i32 >> 31) as u32) | 0x8000_0000)
}

const fn from_ordered_bits(bits: u32) -> f32 {
    let mask = ((!bits as i32 >> 31) as u32) | 0x8000_0000;
    f32::from_bits(bits ^ mask)
}

fn bin_numbers(values: &[f64], chosen: &[u32], max_bins: usize) -> Feature {
    let mut sorted: Vec<u32> = chosen
        .iter()
        .map(|&row| rounded(values[row as usize]))
        .filter(|value| !value.is_nan())
        .map(ordered_bits)
        .collect();
    sorted.sort_unstable();
    let mut distinct: Vec<(f32, usize)> = Vec::new();
    for run in sorted.chunk_by(|a, b| a == b) {
        distinct.push((from_ordered_bits(run[0]), run.len()));
    }
    let edges = choose_edges(&distinct, max_bins);
    let bins = edges.len() + 1;
    let rows = assign(values, &edges);
    Feature {
        has_missing: values.iter().any(|value| value.is_nan()),
        meaning: Meaning::Numeric { edges },
        bins,
        rows,
    }
}

/// Edges between the values: one between any two if they fit, else about equally many rows in each bin,
/// where a value that fills a bin by itself gets one.
fn choose_edges(distinct: &[(f32, usize)], max_bins: usize) -> Vec<f32> {
    let pairs = || {
        distinct
            .windows(2)
            .map(|pair| between(pair[0].0, pair[1].0))
    };
    if distinct.len() <= max_bins {
        return pairs().collect();
    }
    let total: usize = distinct.iter().map(|(_, count)| count).sum();
    let fair = total as f64 / max_bins as f64;
    let is_heavy = |count: usize| count as f64 >= fair;
    let heavy = distinct.iter().filter(|(_, count)| is_heavy(*count));
    let (mut bins_left, mut rows_left) = (max_bins, total);
    for (_, count) in heavy {
        bins_left -= 1;
        rows_left -= count;
    }
    let mut edges = Vec::with_capacity(max_bins);
    let mut filled = 0;
    for (index, edge) in pairs().enumerate() {
        let count = distinct[index].1;
        filled += count;
        let heavy = is_heavy(count);
        if !heavy {
            rows_left -= count;
        }
        let share = (rows_left + filled) as f64 / bins_left.max(1) as f64;
        let next_heavy = is_heavy(distinct[index + 1].1);
        let full = heavy || filled as f64 >= share || (next_heavy && filled as f64 >= 0.5 * share);
        if full {
            edges.push(edge);
            if edges.len() == max_bins - 1 {
                break;
            }
            if !heavy {
                bins_left = bins_left.saturating_sub(1);
            }
            filled = 0;
        }
    }
    edges
}

/// A number `t` with `low <= t < high`, in the middle if there is one.
pub(super) fn between(low: f32, high: f32) -> f32 {
    let middle = (0.5 * (f64::from(low) + f64::from(high))) as f32;
    // Infinite ends, or two neighbouring numbers.
    if middle < high && middle >= low {
        middle
    } else {
        low
    }
}

/// The bin of each value: the number of edges below it.
fn assign(values: &[f64], edges: &[f32]) -> Vec<u8> {
    const BLOCK: usize = 16;
    let missing = (edges.len() + 1) as u8;
    let mut table = [f32::INFINITY; 256];
    table[..edges.len()].copy_from_slice(edges);
    let mut bins = Vec::with_capacity(values.len());
    for block in values.chunks(BLOCK) {
        let mut keys = [f32::NAN; BLOCK];
        for (key, &value) in keys.iter_mut().zip(block) {
            *key = rounded(value);
        }
        let mut found = [0_usize; BLOCK];
        // A search without branches, sixteen at a time.
        for shift in (0..8).rev() {
            for (position, key) in found.iter_mut().zip(&keys) {
                let below = table[(*position + (1 << shift) - 1) & 255] < *key;
                *position += usize::from(below) << shift;
            }
        }
        bins.extend(block.iter().zip(found).map(|(value, position)| {
            if value.is_nan() {
                missing
            } else {
                position as u8
            }
        }));
    }
    bins
}

fn bin_categories(codes: &[u32], levels: u32, rows: &[u32], max_bins: usize) -> Feature {
    let mut counts = vec![0_u32; levels as usize];
    for &row in rows {
        if let Some(count) = counts.get_mut(codes[row as usize] as usize) {
            *count += 1;
        }
    }
    let mut kept: Vec<u32> = (0..levels)
        .filter(|&code| counts[code as usize] > 0)
        .collect();
    if kept.len() > max_bins {
        kept.sort_by_key(|&code| (std::cmp::Reverse(counts[code as usize]), code));
        kept.truncate(max_bins);
        kept.sort_unstable();
    }
    let missing = kept.len() as u8;
    let mut bin_of = vec![missing; levels as usize];
    for (bin, &code) in kept.iter().enumerate() {
        bin_of[code as usize] = bin as u8;
    }
    let rows: Vec<u8> = codes
        .iter()
        .map(|&code| {
            if code == MISSING_CODE {
                missing
            } else {
                bin_of[code as usize]
            }
        })
        .collect();
    Feature {
        has_missing: rows.contains(&missing),
        bins: kept.len(),
        meaning: Meaning::Categorical { codes: kept },
        rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_separate_neighbours() {
        assert_eq!(between(1.0, 2.0), 1.5);
        let next = f32::from_bits(1.0_f32.to_bits() + 1);
        assert_eq!(between(1.0, next), 1.0);
        assert_eq!(between(f32::NEG_INFINITY, f32::INFINITY), f32::NEG_INFINITY);
        assert_eq!(between(3.0, f32::INFINITY), 3.0);
        assert_eq!(between(f32::NEG_INFINITY, 3.0), f32::NEG_INFINITY);
    }

    #[test]
    fn bits_keep_the_order() {
        let values = [
            f32::NEG_INFINITY,
            -2.0,
            -1e-40,
            0.0,
            1e-40,
            7.0,
            f32::INFINITY,
        ];
        assert!(
            values
                .windows(2)
                .all(|pair| ordered_bits(pair[0]) < ordered_bits(pair[1]))
        );
        assert!(
            values
                .iter()
                .all(|&v| from_ordered_bits(ordered_bits(v)) == v)
        );
    }

    #[test]
    fn every_value_lies_between_its_edges() {
        let values: Vec<f64> = (0..5_000_u64)
            .map(|i| (draw(1, i) % 100_000) as f64 * if i % 3 == 0 { 1.0 } else { 1e-7 })
            .chain(std::iter::repeat_n(5.0, 3_000))
            .chain([f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -0.0])
            .collect();
        let rows: Vec<u32> = (0..values.len() as u32).collect();
        for max_bins in [2, 3, 16, 255] {
            let feature = bin_numbers(&values, &rows, max_bins);
            let Meaning::Numeric { edges } = &feature.meaning else {
                unreachable!("numbers were binned")
            };
            assert!(edges.is_sorted() && feature.bins <= max_bins && feature.bins > 1);
            for (&value, &bin) in values.iter().zip(&feature.rows) {
                let bin = bin as usize;
                if value.is_nan() {
                    assert_eq!(bin, feature.bins);
                    continue;
                }
                let value = rounded(value);
                assert!(bin == 0 || edges[bin - 1] < value);
                assert!(bin == edges.len() || value <= edges[bin]);
            }
        }
    }

    #[test]
    fn bins_are_filled_evenly_beside_heavy_values() {
        let values: Vec<f64> = (0..20_000)
            .map(|i| if i % 2 == 0 { 0.0 } else { f64::from(i) })
            .collect();
        let rows: Vec<u32> = (0..20_000).collect();
        let feature = bin_numbers(&values, &rows, 101);
        let mut counts = vec![0; feature.bins];
        feature
            .rows
            .iter()
            .for_each(|&bin| counts[bin as usize] += 1);
        assert_eq!(counts[0], 10_000);
        assert!(feature.bins >= 95, "{}", feature.bins);
        assert!(
            counts[1..].iter().all(|&count| (80..=220).contains(&count)),
            "{counts:?}"
        );
    }

    #[test]
    fn rare_categories_become_missing() {
        let codes = [0, 0, 0, 5, 5, 2, 7, MISSING_CODE];
        let rows: Vec<u32> = (0..8).collect();
        let feature = bin_categories(&codes, 9, &rows, 2);
        assert_eq!(feature.meaning, Meaning::Categorical { codes: vec![0, 5] });
        assert_eq!(feature.rows, [0, 0, 0, 1, 1, 2, 2, 2]);
        assert!(feature.has_missing);
    }
}
