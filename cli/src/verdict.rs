//! Whether a model is better than its baseline, in one sentence.

use serde::Serialize;
use stint_engine::{ModelType, Report};

use crate::text;

/// Whether a model is better than its baseline, and than the runner-up of a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Verdict {
    /// Better than the baseline beyond noise; `None` when that cannot be said.
    pub(crate) better_than_baseline: Option<bool>,
    /// Better than all that it was compared with beyond noise; `None` when that cannot be said.
    pub(crate) significant: Option<bool>,
    /// The same for people.
    pub(crate) sentence: String,
}

/// What the engine found, with the scores behind it.
pub(crate) fn verdict(report: &Report) -> Verdict {
    let Some(verdict) = &report.verdict else {
        let sentence = if report.model_type == ModelType::Baseline {
            "this is the baseline, which looks at no column: the score that a model has to beat"
                .to_owned()
        } else {
            let metric = report.parameters.metric.name();
            format!("nothing can be said, because {metric} is not defined on the rows held back")
        };
        return Verdict {
            better_than_baseline: None,
            significant: None,
            sentence,
        };
    };
    let metric = verdict.baseline.metric.name();
    let (model, baseline) = (report.scalar_metrics(), report.baseline.scalars());
    let model = model.get(metric).copied();
    let baseline = baseline
        .filter(|(other, _)| other.name() == metric)
        .map(|(_, value)| value)
        .last();
    let scores = match (model, baseline) {
        (Some(model), Some(baseline)) => {
            format!(
                " ({} against {})",
                text::score(model),
                text::score(baseline)
            )
        }
        _ => String::new(),
    };
    Verdict {
        better_than_baseline: Some(verdict.baseline.better),
        significant: Some(verdict.significant),
        sentence: format!("{}{scores}", verdict.detail),
    }
}
