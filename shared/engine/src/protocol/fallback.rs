//! When a fit fails, the baseline is better than nothing, as long as it says so.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::error::TrainError;
use super::progress::Observer;
use super::train::{Outcome, run};
use crate::csv::CsvRules;
use crate::request::{Mode, TrainSpec};

/// Trains the specified model; if its fit fails or panics, the baseline, and the report says so.
///
/// # Errors
/// As [`crate::train`], but [`TrainError::FitFailed`] only when the baseline fails as well.
pub fn train_with_fallback(
    csv: &[u8],
    rules: &CsvRules,
    spec: &TrainSpec,
    observer: &mut Observer<'_>,
) -> Result<Outcome, TrainError> {
    match guarded(|| run(csv, rules, spec, None, observer)) {
        Err(TrainError::FitFailed { detail }) if spec.mode == Mode::Heavy => {
            train_baseline(csv, rules, spec, &detail, observer)
        }
        result => result,
    }
}

/// Trains the baseline instead of the specified model; the report gives `reason`.
///
/// # Errors
/// As [`crate::train`].
pub fn train_baseline(
    csv: &[u8],
    rules: &CsvRules,
    spec: &TrainSpec,
    reason: &str,
    observer: &mut Observer<'_>,
) -> Result<Outcome, TrainError> {
    guarded(|| run(csv, rules, spec, Some(reason.to_owned()), observer))
}

/// Turns a panic into a failed fit.
fn guarded<T>(work: impl FnOnce() -> Result<T, TrainError>) -> Result<T, TrainError> {
    // What the closure has touched is not looked at after a panic, so it cannot be seen half-changed.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        Err(TrainError::FitFailed {
            detail: format!("internal error: {}", message(&*panic)),
        })
    })
}

fn message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::{ModelType, Stage, TrainRequest, profile_csv};

    const CSV: &[u8] =
        b"x,c,y\n1,a,yes\n2,b,no\n3,a,yes\n4,b,no\n5,a,no\n6,b,yes\n7,a,no\n8,b,yes\n";

    fn spec() -> TrainSpec {
        let profile = profile_csv(CSV, &CsvRules::default()).expect("sound");
        TrainRequest::default()
            .resolve(&profile.schema(), profile.rows)
            .expect("sound")
    }

    #[test]
    fn a_panic_in_the_fit_gives_the_baseline_and_says_so() {
        let mut panicked = false;
        let outcome = train_with_fallback(CSV, &CsvRules::default(), &spec(), &mut |progress| {
            if progress.stage == Stage::Fitting && !panicked {
                panicked = true;
                panic!("solver exploded");
            }
            ControlFlow::Continue(())
        })
        .expect("falls back");
        let report = outcome.report;
        assert_eq!(
            (report.mode_requested, report.mode_used),
            (Mode::Heavy, Mode::Light)
        );
        assert_eq!(
            report.fallback_reason.as_deref(),
            Some("internal error: solver exploded")
        );
        assert_eq!(report.model_type, ModelType::Baseline);
        assert_eq!(outcome.model.model_type(), ModelType::Baseline);
        assert_eq!(report.metrics, report.baseline);
    }

    #[test]
    fn cancelling_is_not_a_failure_to_fall_back_from() {
        let result =
            train_with_fallback(
                CSV,
                &CsvRules::default(),
                &spec(),
                &mut |progress| match progress.stage {
                    Stage::Fitting => ControlFlow::Break(()),
                    _ => ControlFlow::Continue(()),
                },
            );
        assert_eq!(result.expect_err("cancelled"), TrainError::Cancelled);
    }
}
