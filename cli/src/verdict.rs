//! Whether a model is better than its baseline, in one sentence.

use serde::Serialize;
use stint_engine::{Interval, ModelType, Report};

use crate::text;

/// Whether a model is better than its baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Verdict {
    /// `None` when that cannot be said.
    pub(crate) better_than_baseline: Option<bool>,
    /// The same for people.
    pub(crate) sentence: String,
}

/// Compares the interval of the model's score with the baseline's score on the same rows.
pub(crate) fn verdict(report: &Report) -> Verdict {
    let baseline = report.interval.as_ref().and_then(|interval| {
        let mut scores = report.baseline.scalars();
        scores.find_map(|(metric, value)| (metric == interval.metric).then_some(value))
    });
    let (better, sentence) = match (&report.interval, baseline) {
        _ if report.model_type == ModelType::Baseline => (
            None,
            "This is the baseline, which looks at no column: the score that a model has to beat."
                .to_owned(),
        ),
        (Some(interval), Some(baseline)) => compare(report.model_type.name(), interval, baseline),
        _ => (
            None,
            format!(
                "Nothing can be said: {} is not defined on the held-out rows.",
                report.parameters.metric.name()
            ),
        ),
    };
    Verdict {
        better_than_baseline: better,
        sentence,
    }
}

fn compare(model: &str, interval: &Interval, baseline: f64) -> (Option<bool>, String) {
    let (above, below) = (interval.low > baseline, interval.high < baseline);
    let higher_is_better = interval.metric.higher_is_better();
    let numbers = format!(
        "{} {} ({:.0} % interval {} to {}) against {}",
        interval.metric.name(),
        text::score(interval.value),
        100.0 * interval.level,
        text::score(interval.low),
        text::score(interval.high),
        text::score(baseline)
    );
    let better = if higher_is_better { above } else { below };
    let worse = if higher_is_better { below } else { above };
    if better {
        (
            Some(true),
            format!("{model} beats the baseline: {numbers}."),
        )
    } else if worse {
        (
            Some(false),
            format!("{model} is worse than the baseline: {numbers}. Do not use it."),
        )
    } else {
        (
            Some(false),
            format!(
                "{model} is not significantly better than the baseline: {numbers}. The difference may \
                 be chance."
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use stint_engine::{IntervalMethod, Metric};

    use super::*;

    fn compared(metric: Metric, (low, high): (f64, f64), baseline: f64) -> String {
        let interval = Interval {
            metric,
            value: f64::midpoint(low, high),
            low,
            high,
            level: 0.95,
            method: IntervalMethod::Bootstrap,
        };
        compare("ridge", &interval, baseline).1
    }

    #[test]
    fn only_what_lies_outside_the_interval_counts() {
        let better = compared(Metric::Accuracy, (0.7, 0.9), 0.5);
        assert_eq!(
            better,
            "ridge beats the baseline: accuracy 0.80 (95 % interval 0.70 to 0.90) against 0.50."
        );
        assert!(compared(Metric::Accuracy, (0.4, 0.6), 0.5).contains("not significantly"));
        assert!(compared(Metric::Accuracy, (0.1, 0.2), 0.5).contains("worse"));
        assert!(compared(Metric::Rmse, (0.1, 0.2), 0.5).contains("beats"));
        assert!(compared(Metric::Rmse, (0.8, 0.9), 0.5).contains("worse"));
    }
}
