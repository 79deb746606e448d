//! Which columns of a file the model takes.

use std::collections::BTreeSet;

use super::ScoringError;
use crate::Model;

/// Which columns of a file the model takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoringColumns {
    used: Vec<(usize, String)>,
    absent: Vec<String>,
    unknown: Vec<String>,
}

impl ScoringColumns {
    /// Finds the model's columns among the names of a header.
    pub(super) fn find(model: &Model, names: &[String]) -> Result<Self, ScoringError> {
        let features: BTreeSet<&str> = model.features().collect();
        let known = |name: &String| {
            features.contains(name.as_str())
                || *name == model.target()
                || model.ignored().contains(name)
        };
        let unknown = names.iter().filter(|name| !known(name)).cloned().collect();
        let absent: Vec<String> = features
            .iter()
            .filter(|feature| !names.iter().any(|name| name == *feature))
            .map(|&feature| feature.to_owned())
            .collect();
        if !features.is_empty() && absent.len() == features.len() {
            return Err(ScoringError::NoColumn(absent));
        }
        let used = names
            .iter()
            .enumerate()
            .filter(|(_, name)| features.contains(name.as_str()))
            .map(|(index, name)| (index, name.clone()))
            .collect();
        Ok(Self {
            used,
            absent,
            unknown,
        })
    }

    /// Position and name of each column that the model takes.
    pub(super) fn used(&self) -> &[(usize, String)] {
        &self.used
    }

    /// Columns that the model takes and the file does not have: they count as missing in every row.
    #[must_use]
    pub fn absent(&self) -> &[String] {
        &self.absent
    }

    /// Columns that the model does not know. The target, and columns that the model was told to leave out,
    /// are known.
    #[must_use]
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }
}
