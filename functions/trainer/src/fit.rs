//! The training itself.

use std::ops::ControlFlow;
use std::sync::Arc;

use stint_engine::{
    Mode, Outcome, Progress, TrainError, TrainSpec, train_baseline, train_with_fallback,
};
use stint_platform::domain::Job;
use tokio::task::spawn_blocking;

use crate::progress::shown;
use crate::stopped::{Interrupted, Stopped};
use crate::watched::{Halt, watched};
use crate::{App, Host};

/// Trains what the job asks for; what cannot be done heavily is done lightly, and says so.
pub(crate) async fn fit(
    app: &App,
    host: Host,
    job: &Job,
    spec: &TrainSpec,
    csv: Vec<u8>,
) -> Result<Outcome, Stopped> {
    let csv = Arc::new(csv);
    if spec.mode == Mode::Heavy && !app.config.real_training {
        let reason = "heavy training is switched off on this platform (ENABLE_REAL_TRAINING=0)";
        return light(app, csv, spec, reason).await;
    }
    let (rules, data, wanted) = (app.config.csv.clone(), csv.clone(), spec.clone());
    let (trained, halt) = watched(app, host, job, move |reporter| {
        let mut observer = |progress: Progress| reporter.tell(shown(progress));
        train_with_fallback(&data, &rules, &wanted, &mut observer)
    })
    .await?;
    match (trained, halt) {
        (Err(TrainError::Cancelled), Some(Halt::OutOfTime)) => {
            let reason = "the training did not end within the time one function may run";
            light(app, csv, spec, reason).await
        }
        (Err(TrainError::Cancelled), Some(halt)) => Err(halt.into()),
        (trained, _) => trained.map_err(stopped),
    }
}

/// The baseline under the name of what was asked for, with the reason why there is no more.
async fn light(
    app: &App,
    csv: Arc<Vec<u8>>,
    spec: &TrainSpec,
    reason: &'static str,
) -> Result<Outcome, Stopped> {
    let (rules, spec) = (app.config.csv.clone(), spec.clone());
    let trained = spawn_blocking(move || {
        train_baseline(&csv, &rules, &spec, reason, &mut |_| {
            ControlFlow::Continue(())
        })
    })
    .await
    .map_err(|_| Interrupted::Thread)?;
    trained.map_err(stopped)
}

fn stopped(error: TrainError) -> Stopped {
    match error {
        TrainError::Cancelled => Stopped::Cancelled,
        TrainError::Rejected(_) | TrainError::FitFailed { .. } => {
            Stopped::rejected(error.to_string())
        }
    }
}
