//! What a model says about rows, and what is true of them.

/// Predictions for a number of rows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Predictions {
    /// Probabilities of each class, row by row.
    Classes {
        probabilities: Vec<f64>,
        classes: usize,
    },
    /// Numbers.
    Values(Vec<f64>),
}

/// The truth about the same rows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Truth {
    /// Index of the class of each row.
    Classes(Vec<usize>),
    /// Numbers.
    Values(Vec<f64>),
}

impl Truth {
    /// Rows.
    pub(crate) const fn len(&self) -> usize {
        match self {
            Self::Classes(classes) => classes.len(),
            Self::Values(values) => values.len(),
        }
    }

    /// The rows at these positions.
    pub(crate) fn select(&self, positions: &[u32]) -> Self {
        match self {
            Self::Classes(classes) => {
                Self::Classes(positions.iter().map(|&at| classes[at as usize]).collect())
            }
            Self::Values(values) => {
                Self::Values(positions.iter().map(|&at| values[at as usize]).collect())
            }
        }
    }
}

/// The class with the largest probability, the first among equals.
pub(crate) fn most_probable(probabilities: &[f64]) -> usize {
    let mut best = 0;
    for (class, probability) in probabilities.iter().enumerate() {
        if *probability > probabilities[best] {
            best = class;
        }
    }
    best
}
