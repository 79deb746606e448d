//! What the cells of a column are like, for people who fill in a form. No prediction depends on it.

use serde::{Deserialize, Serialize};

use super::encoder::LATEST_MOMENT;

/// What the cells of a column are like in the training part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Typical {
    /// Numbers; for dates, seconds since 1970-01-01 UTC.
    Range { min: f64, max: f64, median: f64 },
    /// The most frequent word; of a pair such as no and yes also the negative one.
    Word {
        usual: String,
        negative: Option<String>,
    },
}

impl Typical {
    /// The range of numbers in ascending order, which are not empty.
    pub(super) fn of_sorted(present: &[f64], median: f64) -> Self {
        Self::Range {
            min: present[0],
            max: present[present.len() - 1],
            median,
        }
    }

    /// Whether numbers are finite and in order, and dates such as a CSV can hold. Always so after fitting; a
    /// file may claim otherwise.
    pub(super) fn is_sound(&self, date: bool) -> bool {
        match self {
            Self::Range { min, max, median } => {
                let largest = if date { LATEST_MOMENT } else { f64::MAX };
                min <= median && median <= max && -largest <= *min && *max <= largest
            }
            Self::Word { .. } => true,
        }
    }
}
