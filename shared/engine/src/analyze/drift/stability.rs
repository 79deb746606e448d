//! The population stability index.

use super::types::DriftLevel;

/// The usual reading: from here on a column is shifted (Siddiqi, *Credit Risk Scorecards*, 2006).
const SHIFTED: f64 = 0.1;
/// From here on it is much shifted.
const MUCH_SHIFTED: f64 = 0.25;

/// What a standard normal number exceeds one time in a thousand.
const ONE_IN_A_THOUSAND: f64 = 3.090_232_306_167_813;

/// Rows of the reference and of the table in each group.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Groups {
    pub(super) reference: Vec<u64>,
    pub(super) current: Vec<u64>,
}

impl Groups {
    /// Adds a group, unless it has no rows at all.
    pub(super) fn push(&mut self, reference: u64, current: u64) {
        if reference + current > 0 {
            self.reference.push(reference);
            self.current.push(current);
        }
    }

    /// `Σ (p − q) ln(p/q)`; a group without rows counts as half a row, else a single one would make it infinite.
    pub(super) fn index(&self) -> f64 {
        let totals = [&self.reference, &self.current].map(|counts| counts.iter().sum::<u64>());
        let share = |count: u64, total: u64| (count as f64).max(0.5) / total as f64;
        let groups = self.reference.iter().zip(&self.current);
        groups
            .map(|(&reference, &current)| {
                let (q, p) = (share(reference, totals[0]), share(current, totals[1]));
                (p - q) * libm::log(p / q)
            })
            .sum()
    }

    /// What the index exceeds one time in a thousand when both samples come from one distribution. It is then
    /// `χ²` with one degree of freedom less than groups, times `1/n + 1/m` (Yurdakul and Naranjo, *Statistical
    /// properties of the population stability index*, Journal of Risk Model Validation 14, 2020); the quantile by
    /// Wilson and Hilferty (1931).
    pub(super) fn by_chance(&self) -> f64 {
        let freedom = self.reference.len() as f64 - 1.0;
        if freedom < 1.0 {
            return 0.0;
        }
        let part = 2.0 / (9.0 * freedom);
        let root = 1.0 - part + ONE_IN_A_THOUSAND * part.sqrt();
        let quantile = freedom * root * root * root;
        let size = |counts: &[u64]| 1.0 / counts.iter().sum::<u64>() as f64;
        quantile * (size(&self.reference) + size(&self.current))
    }
}

/// How an index is read.
pub(super) fn level(index: f64, by_chance: f64) -> DriftLevel {
    if index < SHIFTED || index <= by_chance {
        DriftLevel::Stable
    } else if index < MUCH_SHIFTED {
        DriftLevel::Shifted
    } else {
        DriftLevel::MuchShifted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_follows_its_formula() {
        let groups = Groups {
            reference: vec![50, 30, 20],
            current: vec![30, 30, 40],
        };
        // −0.2 ln 0.6 + 0.2 ln 2
        assert!((groups.index() - 0.240_794_560_865_187_2).abs() < 1e-15);
        let gone = Groups {
            reference: vec![50, 50],
            current: vec![100, 0],
        };
        // 0.5 ln 2 + (0.005 − 0.5) ln 0.01
        assert!(
            (gone.index() - 2.626_132_832_344_078).abs() < 1e-12,
            "{}",
            gone.index()
        );
    }

    #[test]
    fn chance_is_near_the_exact_quantile() {
        // scipy.stats.chi2.isf(0.001, k)
        for (freedom, exact) in [(3, 16.266_236), (9, 27.877_165), (20, 45.314_747)] {
            let groups = Groups {
                reference: vec![1; freedom + 1],
                current: vec![1; freedom + 1],
            };
            let quantile = groups.by_chance() / (2.0 / (freedom + 1) as f64);
            assert!((quantile / exact - 1.0_f64).abs() < 0.02, "{quantile}");
        }
    }

    #[test]
    fn an_index_is_read_against_chance() {
        assert_eq!(level(0.05, 0.01), DriftLevel::Stable);
        assert_eq!(level(0.2, 0.3), DriftLevel::Stable);
        assert_eq!(level(0.2, 0.1), DriftLevel::Shifted);
        assert_eq!(level(0.25, 0.1), DriftLevel::MuchShifted);
    }
}
