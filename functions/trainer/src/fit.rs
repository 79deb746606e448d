//! The training itself, on a thread of its own, while the claim is renewed beside it.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use stint_engine::{
    CsvRules, Mode, Outcome, Progress, TrainError, TrainSpec, train_baseline, train_with_fallback,
};
use stint_platform::domain::{Job, JobProgress};
use tokio::sync::watch;
use tokio::task::{JoinHandle, spawn_blocking};

use crate::run_job::Interrupted;
use crate::{App, Host};

/// How often progress is written and the claim renewed: a lease lives through many missed beats.
const BEAT: Duration = Duration::from_secs(1);

/// Why there is no model.
#[derive(Debug, PartialEq)]
pub(crate) enum Stopped {
    /// Its owner asked for it.
    Cancelled,
    /// The claim is somebody else's now.
    Lost,
    /// The data or the parameters cannot be trained on.
    Rejected(String),
}

const GO: u8 = 0;
const CANCEL: u8 = 1;
const LOST: u8 = 2;
const DEADLINE: u8 = 3;

type Trained = Result<Outcome, TrainError>;

/// Trains what the job asks for; what cannot be done heavily is done lightly, and says so.
pub(crate) async fn fit(
    app: &App,
    host: Host,
    job: &Job,
    csv: Vec<u8>,
) -> Result<Result<Outcome, Stopped>, Interrupted> {
    let csv = Arc::new(csv);
    let spec = job.parameters.spec.clone();
    if spec.mode == Mode::Heavy && !app.config.real_training {
        let reason = "heavy training is switched off on this platform (ENABLE_REAL_TRAINING=0)";
        return light(app, csv, spec, reason).await;
    }
    let signal = Arc::new(AtomicU8::new(GO));
    let (report, progress) = watch::channel(JobProgress::default());
    let mut training = start(
        app.config.csv.clone(),
        csv.clone(),
        spec.clone(),
        signal.clone(),
        report,
    );
    let trained = loop {
        tokio::select! {
            trained = &mut training => break trained.map_err(|_| Interrupted::Thread)?,
            () = tokio::time::sleep(BEAT) => beat(app, host, job, &progress, &signal).await?,
        }
    };
    match (trained, signal.load(Ordering::Relaxed)) {
        (Ok(outcome), _) => Ok(Ok(outcome)),
        (Err(TrainError::Cancelled), LOST) => Ok(Err(Stopped::Lost)),
        (Err(TrainError::Cancelled), DEADLINE) => {
            light(
                app,
                csv,
                spec,
                "the training did not end within the time one function may run",
            )
            .await
        }
        (Err(error), _) => Ok(Err(stopped(error))),
    }
}

fn start(
    rules: CsvRules,
    csv: Arc<Vec<u8>>,
    spec: TrainSpec,
    signal: Arc<AtomicU8>,
    report: watch::Sender<JobProgress>,
) -> JoinHandle<Trained> {
    spawn_blocking(move || {
        let mut observer = |progress: Progress| {
            report.send_replace(shown(progress));
            match signal.load(Ordering::Relaxed) {
                GO => ControlFlow::Continue(()),
                _ => ControlFlow::Break(()),
            }
        };
        train_with_fallback(&csv, &rules, &spec, &mut observer)
    })
}

/// Reports progress, renews the claim, and finds out whether to stop.
async fn beat(
    app: &App,
    host: Host,
    job: &Job,
    progress: &watch::Receiver<JobProgress>,
    signal: &AtomicU8,
) -> Result<(), Interrupted> {
    let now = (app.now)();
    let latest = progress.borrow().clone();
    match app.core.renew_job(job, &latest, now).await {
        Ok(Some(current)) if current.cancel_requested => signal.store(CANCEL, Ordering::Relaxed),
        Ok(Some(_)) if now >= host.stop_at => signal.store(DEADLINE, Ordering::Relaxed),
        Ok(Some(_)) => {}
        Ok(None) => signal.store(LOST, Ordering::Relaxed),
        Err(error) => {
            // The thread must not outlive the invocation that started it.
            signal.store(LOST, Ordering::Relaxed);
            return Err(error.into());
        }
    }
    Ok(())
}

/// The baseline under the name of what was asked for, with the reason why there is no more.
async fn light(
    app: &App,
    csv: Arc<Vec<u8>>,
    spec: TrainSpec,
    reason: &'static str,
) -> Result<Result<Outcome, Stopped>, Interrupted> {
    let rules = app.config.csv.clone();
    let trained = spawn_blocking(move || {
        train_baseline(&csv, &rules, &spec, reason, &mut |_| {
            ControlFlow::Continue(())
        })
    })
    .await
    .map_err(|_| Interrupted::Thread)?;
    Ok(trained.map_err(stopped))
}

fn stopped(error: TrainError) -> Stopped {
    match error {
        TrainError::Cancelled => Stopped::Cancelled,
        TrainError::Rejected(_) | TrainError::FitFailed { .. } => {
            Stopped::Rejected(error.to_string())
        }
    }
}

fn shown(progress: Progress) -> JobProgress {
    let stage = serde_json::to_value(progress.stage).ok();
    JobProgress {
        stage: stage
            .and_then(|stage| stage.as_str().map(str::to_owned))
            .unwrap_or_default(),
        done: progress.done,
        total: progress.total,
        message: progress.message,
    }
}
