//! How strongly two columns hang together, over the rows that hold both.

use super::types::AssociationMeasure;
use super::variable::{EMPTY, Values};

/// A measure, its value, and how many rows hold both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Association {
    pub(super) measure: AssociationMeasure,
    pub(super) value: Option<f64>,
    pub(super) rows: usize,
}

/// The association of two columns of the same table.
pub(super) fn associate(a: &Values<'_>, b: &Values<'_>) -> Association {
    let (measure, (value, rows)) = match (a, b) {
        (Values::Numbers(a), Values::Numbers(b)) => (AssociationMeasure::Pearson, pearson(a, b)),
        (Values::Categories { codes: a, count: n }, Values::Categories { codes: b, count: m }) => {
            (AssociationMeasure::CramersV, cramers_v((a, *n), (b, *m)))
        }
        (Values::Numbers(numbers), Values::Categories { codes, count })
        | (Values::Categories { codes, count }, Values::Numbers(numbers)) => (
            AssociationMeasure::CorrelationRatio,
            correlation_ratio(numbers, (codes, *count)),
        ),
    };
    Association {
        measure,
        value: value.filter(|value| value.is_finite()),
        rows,
    }
}

/// Pearson's correlation, in two passes (means first) so that a large mean costs no digits.
fn pearson(a: &[f64], b: &[f64]) -> (Option<f64>, usize) {
    let pairs = || {
        let both = a.iter().zip(b);
        both.filter(|(a, b)| !a.is_nan() && !b.is_nan())
    };
    let (mut rows, mut sum_a, mut sum_b) = (0_usize, 0.0, 0.0);
    for (a, b) in pairs() {
        rows += 1;
        sum_a += a;
        sum_b += b;
    }
    let (mean_a, mean_b) = (sum_a / rows as f64, sum_b / rows as f64);
    let (mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0);
    for (a, b) in pairs() {
        let (a, b) = (a - mean_a, b - mean_b);
        aa += a * a;
        bb += b * b;
        ab += a * b;
    }
    let value = (rows >= 2 && aa > 0.0 && bb > 0.0)
        .then(|| (ab / (aa.sqrt() * bb.sqrt())).clamp(-1.0, 1.0));
    (value, rows)
}

/// Cramér's V with Bergsma's correction (*A bias-correction for Cramér's V and Tschuprow's T*, Journal of the
/// Korean Statistical Society 42, 2013): `φ̃² = max(0, φ² − (r−1)(c−1)/(n−1))` over
/// `min(r̃, c̃) − 1`, where `r̃ = r − (r−1)²/(n−1)`.
fn cramers_v((a, n): (&[u16], usize), (b, m): (&[u16], usize)) -> (Option<f64>, usize) {
    let table = Contingency::count((a, n), (b, m));
    let rows = table.total as f64;
    let present = |sums: &[u64]| sums.iter().filter(|sum| **sum > 0).count() as f64;
    let (r, c) = (present(&table.of_a), present(&table.of_b));
    if r < 2.0 || c < 2.0 {
        return (None, table.total);
    }
    // χ²/n = Σ nᵢⱼ² / (nᵢ nⱼ) − 1.
    let mut phi2 = -1.0;
    for (row, of_a) in table.counts.chunks_exact(m).zip(&table.of_a) {
        for (count, of_b) in row.iter().zip(&table.of_b) {
            if *count > 0 {
                let count = *count as f64;
                phi2 += count * count / (*of_a as f64 * *of_b as f64);
            }
        }
    }
    let corrected = (phi2 - (r - 1.0) * (c - 1.0) / (rows - 1.0)).max(0.0);
    let shrunk = |k: f64| k - (k - 1.0) * (k - 1.0) / (rows - 1.0);
    let most = shrunk(r).min(shrunk(c)) - 1.0;
    let value = (most > 0.0).then(|| (corrected / most).sqrt().min(1.0));
    (value, table.total)
}

/// How often two categories meet.
pub(super) struct Contingency {
    /// A row per category of the first.
    pub(super) counts: Vec<u64>,
    pub(super) of_a: Vec<u64>,
    pub(super) of_b: Vec<u64>,
    pub(super) total: usize,
}

impl Contingency {
    /// Counts the rows that hold both.
    pub(super) fn count((a, n): (&[u16], usize), (b, m): (&[u16], usize)) -> Self {
        let mut counts = vec![0_u64; n * m];
        for (&a, &b) in a.iter().zip(b) {
            if a != EMPTY && b != EMPTY {
                counts[usize::from(a) * m + usize::from(b)] += 1;
            }
        }
        let (mut of_a, mut of_b) = (vec![0_u64; n], vec![0_u64; m]);
        for (row, of_a) in counts.chunks_exact(m).zip(&mut of_a) {
            for (count, of_b) in row.iter().zip(&mut of_b) {
                *of_a += *count;
                *of_b += *count;
            }
        }
        let total = of_a.iter().sum::<u64>() as usize;
        Self {
            counts,
            of_a,
            of_b,
            total,
        }
    }
}

/// The correlation ratio: the root of the share of the variance that lies between the categories, corrected
/// for the share that chance gives to many categories (Kelley, *An unbiased correlation ratio measure*, PNAS 21, 1935):
/// `ε² = 1 − (1 − η²)(n − 1)/(n − k)`, not below 0.
fn correlation_ratio(numbers: &[f64], (codes, count): (&[u16], usize)) -> (Option<f64>, usize) {
    let pairs = || {
        let both = numbers.iter().zip(codes);
        both.filter(|(number, code)| !number.is_nan() && **code != EMPTY)
    };
    let (mut sums, mut sizes) = (vec![0.0; count], vec![0_usize; count]);
    for (number, &code) in pairs() {
        sums[usize::from(code)] += number;
        sizes[usize::from(code)] += 1;
    }
    let rows: usize = sizes.iter().sum();
    let groups = sizes.iter().filter(|size| **size > 0).count();
    if groups < 2 || rows <= groups {
        return (None, rows);
    }
    let mean = sums.iter().sum::<f64>() / rows as f64;
    let (mut within, mut total) = (0.0, 0.0);
    for (number, &code) in pairs() {
        let code = usize::from(code);
        let inside = number - sums[code] / sizes[code] as f64;
        within += inside * inside;
        total += (number - mean) * (number - mean);
    }
    let chance = (rows - 1) as f64 / (rows - groups) as f64;
    let value = (total > 0.0).then(|| (1.0 - within / total * chance).max(0.0).sqrt());
    (value, rows)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    const NAN: f64 = f64::NAN;

    fn numbers(values: &[f64]) -> Values<'static> {
        Values::Numbers(Cow::Owned(values.to_vec()))
    }

    /// A column of categories, each so many times in a row.
    fn categories(counts: &[(u16, usize)], count: usize) -> Values<'static> {
        let codes = counts
            .iter()
            .flat_map(|&(code, times)| std::iter::repeat_n(code, times));
        Values::Categories {
            codes: codes.collect(),
            count,
        }
    }

    fn check(found: Association, value: f64, rows: usize) {
        let close = found
            .value
            .is_some_and(|found| (found - value).abs() < 1e-12);
        assert!(close && found.rows == rows, "{found:?}");
    }

    #[test]
    fn pearson_is_that_of_scipy_over_the_rows_with_both() {
        let x = numbers(&[1.0, 2.0, 3.0, NAN, 4.0, 5.5, 7.0, 8.0, 11.0, 9.0]);
        let y = numbers(&[2.1, 1.9, 3.7, 99.0, 5.2, 4.8, 8.1, 7.7, 9.9, NAN]);
        // scipy.stats.pearsonr without the rows 4 and 10
        check(associate(&x, &y), 0.968_674_091_737_749_5, 8);
        let flat = numbers(&[1.0, NAN, NAN, 2.0, NAN, NAN, NAN, NAN, NAN, NAN]);
        assert_eq!(associate(&x, &flat).value, None);
        // A large mean costs no digits.
        let shifted: Vec<f64> = (0..100).map(|row| 1e9 + f64::from(row)).collect();
        check(associate(&numbers(&shifted), &numbers(&shifted)), 1.0, 100);
    }

    #[test]
    fn cramers_v_is_that_of_bergsma() {
        let a = categories(&[(0, 28), (1, 25), (2, 27), (EMPTY, 1)], 3);
        let b = [
            (0, 20),
            (1, 5),
            (2, 3),
            (0, 4),
            (1, 15),
            (2, 6),
            (0, 2),
            (1, 7),
            (2, 19),
        ];
        // Bergsma's formulas over scipy.stats.chi2_contingency(table, correction=False)
        check(associate(&a, &categories(&b, 3)), CRAMERS_V, 80);
        check(associate(&a, &a), 1.0, 80);
        let independent = categories(&[(0, 40), (1, 40)].repeat(20), 2);
        let alternating = categories(&[(0, 1), (1, 1)].repeat(800), 2);
        check(associate(&independent, &alternating), 0.0, 1600);
    }

    #[test]
    fn the_correlation_ratio_is_that_of_kelley() {
        let x = numbers(&[1.0, 2.0, 3.0, 2.0, 4.0, 5.0, 6.0, 9.0, 8.0, 7.0, 8.0, 9.0]);
        let groups = categories(&[(0, 4), (1, 3), (2, 5)], 3);
        // η² = F(k−1) / (F(k−1) + n−k) of scipy.stats.f_oneway, then Kelley's formula
        check(associate(&x, &groups), 0.954_102_589_137_835, 12);
        check(associate(&groups, &x), 0.954_102_589_137_835, 12);
        // A category for each row explains everything and says nothing.
        let own = categories(&(0..12).map(|row| (row, 1)).collect::<Vec<_>>(), 12);
        assert_eq!(associate(&x, &own).value, None);
    }

    const CRAMERS_V: f64 = 0.492_291_572_281_46;
}
