//! Work on a thread of its own, while the claim is renewed beside it.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use stint_platform::domain::{Job, JobProgress};
use tokio::sync::watch;
use tokio::task::spawn_blocking;

use crate::stopped::{Interrupted, Stopped};
use crate::{App, Host};

/// How often progress is written and the claim renewed: a lease lives through many missed beats.
const BEAT: Duration = Duration::from_secs(1);

/// Why work was asked to end early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Halt {
    /// The job's owner wants it.
    Cancelled,
    /// The claim is somebody else's now.
    Lost,
    /// The function's time is nearly over.
    OutOfTime,
}

const GO: u8 = 0;
const CANCEL: u8 = 1;
const LOST: u8 = 2;
const DEADLINE: u8 = 3;

/// Where work says how far it has come, and hears whether to go on.
#[derive(Debug)]
pub(crate) struct Reporter {
    report: watch::Sender<JobProgress>,
    signal: Arc<AtomicU8>,
}

impl Reporter {
    /// Reports progress; a break asks the work to end.
    pub(crate) fn tell(&self, progress: JobProgress) -> ControlFlow<()> {
        self.report.send_replace(progress);
        match self.signal.load(Ordering::Relaxed) {
            GO => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        }
    }
}

/// Does the work, and says whether it was asked to end early: it may have come to its end all the
/// same.
pub(crate) async fn watched<T: Send + 'static>(
    app: &App,
    host: Host,
    job: &Job,
    work: impl FnOnce(&Reporter) -> T + Send + 'static,
) -> Result<(T, Option<Halt>), Interrupted> {
    let signal = Arc::new(AtomicU8::new(GO));
    let (report, progress) = watch::channel(JobProgress {
        stage: "starting".to_owned(),
        message: "a worker has taken the job".to_owned(),
        ..JobProgress::default()
    });
    beat(app, host, job, &progress, &signal).await?;
    let reporter = Reporter {
        report,
        signal: signal.clone(),
    };
    let mut working = spawn_blocking(move || work(&reporter));
    let done = loop {
        tokio::select! {
            done = &mut working => break done.map_err(|_| Interrupted::Thread)?,
            () = tokio::time::sleep(BEAT) => beat(app, host, job, &progress, &signal).await?,
        }
    };
    let halt = match signal.load(Ordering::Relaxed) {
        CANCEL => Some(Halt::Cancelled),
        LOST => Some(Halt::Lost),
        DEADLINE => Some(Halt::OutOfTime),
        _ => None,
    };
    Ok((done, halt))
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

impl From<Halt> for Stopped {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Cancelled => Self::Cancelled,
            Halt::Lost => Self::Lost,
            Halt::OutOfTime => Self::out_of_time(),
        }
    }
}
