//! What jobs made of datasets, found by the job's id.

use stint_platform::domain::{JobId, Output, OutputKind, Owner, Work};
use stint_platform::http::ApiError;

use crate::App;

/// An output, and what was done to make it; 404 if there is none of this kind, or its dataset is
/// gone.
pub(crate) async fn found(
    app: &App,
    owner: Owner,
    id: JobId,
    kind: OutputKind,
    thing: &str,
) -> Result<(Output, Work), ApiError> {
    let missing = || ApiError::not_found(thing);
    let job = app.core.job(owner, id).await?.ok_or_else(missing)?;
    let dataset = job.work.dataset().dataset_id;
    let output = app.core.output(owner, dataset, id).await?;
    match output {
        Some(output) if output.kind == kind => Ok((output, job.work)),
        _ => Err(missing()),
    }
}
