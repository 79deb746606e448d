//! Seeded random numbers: a counter run through a mixing function, so value `i` of a stream depends on
//! the seed, the purpose and `i` alone.

/// What random numbers are drawn for. Each purpose has its own stream, so a new use shifts no other.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    /// Choosing the held-out rows.
    Split = 1,
    /// Resampling held-out rows for an interval.
    Bootstrap = 2,
    /// Shuffling a column for its importance.
    Importance = 3,
    /// Choosing the rows that importances are measured on.
    ImportanceRows = 4,
    /// Assigning rows to folds.
    Folds = 5,
    /// The order in which configurations of a family are tried.
    Candidates = 6,
    /// Choosing the rows that a trial of a search learns from.
    TrialRows = 7,
    /// Choosing the rows that partial dependence is averaged over.
    DependenceRows = 8,
}

/// Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014.
pub(crate) const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// The mixing function of SplitMix64, from the same paper.
pub(crate) const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A stream of random numbers (SplitMix64).
#[derive(Clone, Debug)]
pub(crate) struct Random {
    counter: u64,
}

impl Random {
    /// The stream of `seed` for `purpose`; `index` tells apart several streams of one purpose.
    pub(crate) const fn new(seed: u64, purpose: Purpose, index: u64) -> Self {
        let key = mix(mix(seed.wrapping_add(GOLDEN)) ^ (purpose as u64).wrapping_mul(GOLDEN));
        Self {
            counter: mix(key ^ mix(index.wrapping_add(GOLDEN))),
        }
    }

    /// 64 uniform bits.
    pub(crate) const fn next_u64(&mut self) -> u64 {
        self.counter = self.counter.wrapping_add(GOLDEN);
        mix(self.counter)
    }

    /// Uniform in `0..bound` without bias (Lemire, *Fast Random Integer Generation in an Interval*, 2019).
    ///
    /// `bound` must be above 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        let mut product = u128::from(self.next_u64()) * u128::from(bound);
        if (product as u64) < bound {
            let threshold = bound.wrapping_neg() % bound;
            while (product as u64) < threshold {
                product = u128::from(self.next_u64()) * u128::from(bound);
            }
        }
        (product >> 64) as usize
    }

    /// Shuffles in place (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_repeat_and_differ() {
        let draw = |seed, purpose, index| {
            let mut random = Random::new(seed, purpose, index);
            [random.next_u64(), random.next_u64()]
        };
        assert_eq!(draw(42, Purpose::Split, 0), draw(42, Purpose::Split, 0));
        assert_ne!(draw(42, Purpose::Split, 0), draw(43, Purpose::Split, 0));
        assert_ne!(draw(42, Purpose::Split, 0), draw(42, Purpose::Folds, 0));
        assert_ne!(draw(42, Purpose::Split, 0), draw(42, Purpose::Split, 1));
    }

    #[test]
    fn below_is_uniform() {
        let mut random = Random::new(7, Purpose::Bootstrap, 0);
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[random.below(7)] += 1;
        }
        // Standard deviation of a count is about 93.
        assert!(
            counts.iter().all(|&count| count.abs_diff(10_000) < 500),
            "{counts:?}"
        );
    }

    #[test]
    fn shuffle_keeps_every_item() {
        let mut items: Vec<u32> = (0..100).collect();
        Random::new(1, Purpose::Split, 0).shuffle(&mut items);
        assert_ne!(items, (0..100).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..100).collect::<Vec<_>>());
    }
}
