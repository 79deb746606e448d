//! Parameters of a search, named as scikit-learn's successive halving names them.

use serde::{Deserialize, Serialize};

use crate::fit::{BadParameter, BadParameters, MAX_CANDIDATES};

/// Parameters of a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AutoParams {
    /// Configurations that are tried, 1 to 200; there may be fewer.
    pub n_candidates: u32,
    /// After each round one in so many is kept, 2 to 10.
    pub factor: u32,
}

impl Default for AutoParams {
    fn default() -> Self {
        Self {
            n_candidates: 24,
            factor: 3,
        }
    }
}

impl AutoParams {
    /// Whether every parameter is in range.
    pub(crate) fn check(&self) -> Result<(), BadParameters> {
        let mut bad = Vec::new();
        if !(1..=MAX_CANDIDATES).contains(&self.n_candidates) {
            bad.push(BadParameter::NCandidates(self.n_candidates));
        }
        if !(2..=10).contains(&self.factor) {
            bad.push(BadParameter::Factor(self.factor));
        }
        BadParameters::check(bad)
    }
}
