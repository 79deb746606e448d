//! Whether a model is worth more than what is simpler.

use serde::{Deserialize, Serialize};

use crate::metrics::Comparison;
use crate::request::ModelType;

/// Whether a model is better than others beyond noise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Verdict {
    /// Against the baseline.
    pub baseline: Comparison,
    /// Against the best model of another family, when a search chose the model.
    pub runner_up: Option<Comparison>,
    /// Whether it is better than all that it was compared with.
    pub significant: bool,
    /// The sentence to show.
    pub detail: String,
}

impl Verdict {
    pub(crate) fn new(
        model: ModelType,
        baseline: Comparison,
        runner_up: Option<(ModelType, Comparison)>,
    ) -> Self {
        let significant = baseline.better
            && runner_up
                .as_ref()
                .is_none_or(|(_, comparison)| comparison.better);
        let name = model.name();
        let metric = baseline.metric.name();
        let detail = match &runner_up {
            _ if !baseline.better => format!(
                "no significant winner: {name} does not beat the baseline in {metric} beyond noise"
            ),
            Some((other, comparison)) if !comparison.better => format!(
                "no significant winner: {name} beats the baseline in {metric}, but not the runner-up \
                 {} beyond noise",
                other.name()
            ),
            Some((other, _)) => format!(
                "{name} beats the baseline and the runner-up {} in {metric} beyond noise",
                other.name()
            ),
            None => format!("{name} beats the baseline in {metric} beyond noise"),
        };
        Self {
            baseline,
            runner_up: runner_up.map(|(_, comparison)| comparison),
            significant,
            detail,
        }
    }
}
