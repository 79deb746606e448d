//! What trees are fitted on: columns of numbers or of categories.

use super::TreeError;

/// The code of a missing category.
pub const MISSING_CODE: u32 = u32::MAX;
/// Most rows that can be fitted: gradients then still have 7 levels.
pub(super) const MAX_ROWS: usize = 1 << 28;
/// Most categories of one column.
const MAX_LEVELS: u32 = 1 << 24;

/// One feature.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// Numbers; NaN is missing. They are compared after rounding to `f32`.
    Numeric(&'a [f64]),
    /// Categories without an order.
    Categorical {
        /// Codes in `0..levels`, or [`MISSING_CODE`].
        codes: &'a [u32],
        /// Number of codes.
        levels: u32,
    },
}

impl Column<'_> {
    /// Number of rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self {
            Self::Numeric(values) => values.len(),
            Self::Categorical { codes, .. } => codes.len(),
        }
    }

    /// Whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Columns of equal length.
#[derive(Clone, Debug)]
pub struct Matrix<'a> {
    columns: Vec<Column<'a>>,
    rows: usize,
}

impl<'a> Matrix<'a> {
    /// Checks that all columns have `rows` entries and that codes are in range.
    ///
    /// # Errors
    /// The first column that does not fit.
    pub fn new(rows: usize, columns: Vec<Column<'a>>) -> Result<Self, TreeError> {
        if rows > MAX_ROWS {
            return Err(TreeError::TooManyRows {
                found: rows,
                limit: MAX_ROWS,
            });
        }
        for (index, column) in columns.iter().enumerate() {
            if column.len() != rows {
                return Err(TreeError::LengthMismatch {
                    what: format!("column {index}"),
                    found: column.len(),
                    expected: rows,
                });
            }
            if let Column::Categorical { codes, levels } = *column {
                check_codes(index, codes, levels)?;
            }
        }
        Ok(Self { columns, rows })
    }

    /// Number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> &[Column<'a>] {
        &self.columns
    }
}

fn check_codes(index: usize, codes: &[u32], levels: u32) -> Result<(), TreeError> {
    let bad = |row, found: u32, expected| {
        Err(TreeError::BadValue {
            what: format!("the category of column {index}"),
            row,
            found: found.to_string(),
            expected,
        })
    };
    if levels > MAX_LEVELS {
        return bad(0, levels, format!("one of at most {MAX_LEVELS} levels"));
    }
    match codes
        .iter()
        .position(|&code| code >= levels && code != MISSING_CODE)
    {
        Some(row) => bad(row, codes[row], format!("below {levels}, or missing")),
        None => Ok(()),
    }
}

/// What is predicted.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// Numbers between -1e150 and 1e150.
    Values(&'a [f64]),
    /// Classes.
    Classes {
        /// Codes in `0..classes`.
        codes: &'a [u32],
        /// Number of classes, at least 2.
        classes: usize,
    },
}

impl Target<'_> {
    /// Number of rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self {
            Self::Values(values) => values.len(),
            Self::Classes { codes, .. } => codes.len(),
        }
    }

    /// Whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn check(&self, rows: usize) -> Result<(), TreeError> {
        if self.len() != rows {
            return Err(TreeError::LengthMismatch {
                what: "the target".into(),
                found: self.len(),
                expected: rows,
            });
        }
        let (bad, expected) = match *self {
            Self::Values(values) => (
                values
                    .iter()
                    // Squares must not overflow.
                    .position(|value| value.is_nan() || value.abs() > 1e150)
                    .map(|row| (row, values[row].to_string())),
                "a number between -1e150 and 1e150".to_owned(),
            ),
            Self::Classes { codes, classes } => {
                if classes < 2 {
                    return Err(TreeError::BadParameter {
                        parameter: "classes",
                        found: classes.to_string(),
                        expected: "at least 2",
                    });
                }
                (
                    codes
                        .iter()
                        .position(|&code| code as usize >= classes)
                        .map(|row| (row, codes[row].to_string())),
                    format!("a class below {classes}"),
                )
            }
        };
        match bad {
            Some((row, found)) => Err(TreeError::BadValue {
                what: "the target".into(),
                row,
                found,
                expected,
            }),
            None => Ok(()),
        }
    }
}

/// Everything a fit learns from, checked.
#[derive(Debug)]
pub(super) struct Sample<'a> {
    pub(super) matrix: &'a Matrix<'a>,
    pub(super) target: Target<'a>,
    /// Weight of each row, scaled to a mean of 1 over `rows`; `None` if all are equal.
    pub(super) weights: Option<Vec<f64>>,
    /// Rows with a positive weight, ascending.
    pub(super) rows: Vec<u32>,
}

impl<'a> Sample<'a> {
    pub(super) fn new(
        matrix: &'a Matrix<'a>,
        target: Target<'a>,
        weights: Option<&[f64]>,
    ) -> Result<Self, TreeError> {
        let rows = matrix.rows();
        target.check(rows)?;
        let mut used: Vec<u32> = (0..rows as u32).collect();
        let mut scaled = None;
        if let Some(weights) = weights {
            if weights.len() != rows {
                return Err(TreeError::LengthMismatch {
                    what: "the weights".into(),
                    found: weights.len(),
                    expected: rows,
                });
            }
            if let Some(row) = weights
                .iter()
                .position(|weight| !(weight.is_finite() && *weight >= 0.0))
            {
                return Err(TreeError::BadValue {
                    what: "the weight".into(),
                    row,
                    found: weights[row].to_string(),
                    expected: "finite and not negative".into(),
                });
            }
            let largest = weights.iter().copied().fold(0.0, f64::max);
            // A weight that vanishes beside the largest one counts as zero.
            let share = |row: u32| weights[row as usize] / largest;
            used.retain(|&row| largest > 0.0 && share(row) > 0.0);
            let differ = used.iter().any(|&row| share(row) != 1.0);
            if differ {
                let total: f64 = used.iter().map(|&row| share(row)).sum();
                let factor = used.len() as f64 / total;
                scaled = Some((0..rows as u32).map(|row| share(row) * factor).collect());
            }
        }
        if used.is_empty() || matrix.columns().is_empty() {
            return Err(TreeError::Empty);
        }
        Ok(Self {
            matrix,
            target,
            weights: scaled,
            rows: used,
        })
    }

    pub(super) fn weight(&self, row: u32) -> f64 {
        match &self.weights {
            Some(weights) => weights[row as usize],
            None => 1.0,
        }
    }
}
