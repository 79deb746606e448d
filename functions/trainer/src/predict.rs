//! PREDICT: a prediction for every row of a dataset.

use stint_engine::{Model, ScoringError, score_csv};
use stint_platform::domain::{
    ArtifactFormat, ArtifactId, Job, JobProgress, JobResult, MAX_MODEL_BYTES, OutputKind, Owner,
    PredictParameters, PredictResult,
};
use stint_platform::objects::keys;

use crate::read_dataset::read_dataset;
use crate::save_output::save_output;
use crate::stopped::Stopped;
use crate::watched::watched;
use crate::{App, Host};

/// Longest CSV with predictions. It bounds the memory: the CSV is collected, then written once.
const MAX_PREDICTIONS_BYTES: usize = 256 * 1024 * 1024;

pub(crate) async fn predict(
    app: &App,
    host: Host,
    job: &Job,
    parameters: &PredictParameters,
) -> Result<(), Stopped> {
    let owner = Owner::vouched(job.user_id);
    let model = read_model(app, owner, parameters.artifact_id).await?;
    let csv = read_dataset(app, owner, &parameters.dataset).await?;
    let (rules, total) = (app.config.csv.clone(), parameters.rows);
    let (scored, halt) = watched(app, host, job, move |reporter| {
        score_csv(&model, &csv, &rules, MAX_PREDICTIONS_BYTES, &mut |done| {
            reporter.tell(progress(done, total))
        })
    })
    .await?;
    let scored = match (scored, halt) {
        (Ok(scored), _) => scored,
        (Err(ScoringError::Cancelled), Some(halt)) => return Err(halt.into()),
        (Err(error), _) => return Err(refused(&error)),
    };
    let result = PredictResult {
        prediction_id: job.id,
        rows: scored.rows,
        size_bytes: scored.csv.len() as u64,
        absent_columns: scored.absent,
        unknown_columns: scored.unknown,
    };
    let result = JobResult::Predict(result);
    save_output(app, host, job, OutputKind::Predictions, scored.csv, result).await
}

async fn read_model(app: &App, owner: Owner, id: ArtifactId) -> Result<Model, Stopped> {
    let artifact = app.core.artifact(owner, id).await?;
    let artifact = artifact.ok_or_else(Stopped::artifact_gone)?;
    let key = keys::artifact(&artifact, ArtifactFormat::Native);
    let stored = app.objects.get(&key, MAX_MODEL_BYTES).await?;
    let stored = stored.ok_or_else(Stopped::artifact_gone)?;
    Model::from_bytes(&stored)
        .map_err(|error| Stopped::rejected(format!("{error}; train the model again")))
}

fn progress(done: u64, total: u64) -> JobProgress {
    JobProgress {
        stage: "predicting".to_owned(),
        done,
        total,
        message: format!("predicted for {done} of {total} rows"),
    }
}

fn refused(error: &ScoringError) -> Stopped {
    match error {
        ScoringError::TooLong { .. } => Stopped::rejected(error.to_string()),
        _ => Stopped::rejected(format!("the dataset does not fit the model: {error}")),
    }
}
