//! Writing a model down: objects first, then the records that name them.

use sha2::{Digest, Sha256};
use stint_engine::{Mode, Outcome};
use stint_platform::domain::{
    Artifact, ArtifactFile, ArtifactFormat, Job, Owner, Run, RunStatus, Training, job_cost_usd,
};
use stint_platform::hex;
use stint_platform::objects::keys;
use stint_platform::store::FinishedTraining;

use crate::stopped::Interrupted;
use crate::{App, Host};

/// Writes the objects and returns the records. Job and mode determine the bytes, so a second
/// attempt that comes as far finds the same objects there and goes on.
pub(crate) async fn save(
    app: &App,
    host: Host,
    job: &Job,
    training: &Training,
    outcome: &Outcome,
) -> Result<FinishedTraining, Interrupted> {
    let owner = Owner::vouched(job.user_id);
    let mode = mode_name(outcome.report.mode_used);
    let mut files = Vec::new();
    for format in ArtifactFormat::ALL {
        let Some(body) = written(job, outcome, format) else {
            continue;
        };
        files.push(ArtifactFile {
            format,
            size_bytes: body.len() as u64,
            sha256: hex(&Sha256::digest(&body)),
        });
        let key = keys::model(owner, &training.run_key, training.artifact_id, mode, format);
        app.objects
            .put_once(&key, format.media_type(), body.into())
            .await?;
    }
    let report = serde_json::to_vec(&outcome.report)?;
    app.objects
        .put_once(
            &keys::report(owner, training.run_id, mode),
            "application/json",
            report.into(),
        )
        .await?;
    Ok(records(app, host, job, training, outcome, files))
}

/// The model in a form; `None` if it cannot be written so.
fn written(job: &Job, outcome: &Outcome, format: ArtifactFormat) -> Option<Vec<u8>> {
    match format {
        ArtifactFormat::Native => Some(outcome.model.to_bytes()),
        ArtifactFormat::Card => Some(outcome.report.card_markdown().into_bytes()),
        ArtifactFormat::Onnx => match outcome.model.to_onnx(&outcome.report) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                tracing::info!(job_id = %job.id, %error, "no ONNX form");
                None
            }
        },
    }
}

fn records(
    app: &App,
    host: Host,
    job: &Job,
    training: &Training,
    outcome: &Outcome,
    files: Vec<ArtifactFile>,
) -> FinishedTraining {
    let report = &outcome.report;
    let dataset = &training.parameters.dataset;
    let now = (app.now)();
    let duration_ms = now.millis_since(job.started_at.unwrap_or(now));
    let run = Run {
        id: training.run_id,
        user_id: job.user_id,
        job_id: job.id,
        artifact_id: training.artifact_id,
        run_key: training.run_key.clone(),
        created_at: now,
        dataset_id: dataset.dataset_id,
        dataset_name: dataset.dataset_name.clone(),
        dataset_version: dataset.dataset_version,
        status: RunStatus::Completed,
        task: report.task.name().to_owned(),
        target: report.target.clone(),
        model_type: report.model_type.name().to_owned(),
        mode_used: mode_name(report.mode_used).to_owned(),
        fallback_reason: report.fallback_reason.clone(),
        parameters: training.parameters.spec.clone(),
        metrics: report.scalar_metrics(),
        baseline: report
            .baseline
            .scalars()
            .map(|(metric, value)| (metric.name().to_owned(), value))
            .collect(),
        interval: report.interval.clone(),
        cost_usd: job_cost_usd(duration_ms, host.memory_mb),
        duration_ms,
    };
    let artifact = Artifact {
        id: training.artifact_id,
        user_id: job.user_id,
        run_id: training.run_id,
        run_key: training.run_key.clone(),
        created_at: now,
        dataset_id: run.dataset_id,
        dataset_name: run.dataset_name.clone(),
        dataset_version: run.dataset_version,
        task: run.task.clone(),
        target: run.target.clone(),
        model_type: run.model_type.clone(),
        mode_used: run.mode_used.clone(),
        files,
        pinned: false,
    };
    FinishedTraining { run, artifact }
}

const fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Light => "light",
        Mode::Heavy => "heavy",
    }
}
