//! ANALYZE: how the columns of a dataset hang together, and what has shifted against another.

use stint_engine::{AnalysisError, analyze_csv};
use stint_platform::domain::{AnalyzeParameters, AnalyzeResult, Job, JobResult, OutputKind, Owner};

use crate::progress::shown;
use crate::read_dataset::read_dataset;
use crate::save_output::save_output;
use crate::stopped::{Interrupted, Stopped};
use crate::watched::watched;
use crate::{App, Host};

pub(crate) async fn analyze(
    app: &App,
    host: Host,
    job: &Job,
    parameters: &AnalyzeParameters,
) -> Result<(), Stopped> {
    let owner = Owner::vouched(job.user_id);
    let csv = read_dataset(app, owner, &parameters.dataset).await?;
    let other = match &parameters.compare_to {
        Some(dataset) => Some(read_dataset(app, owner, dataset).await?),
        None => None,
    };
    let (rules, target) = (app.config.csv.clone(), parameters.target.clone());
    let (analyzed, halt) = watched(app, host, job, move |reporter| {
        analyze_csv(
            &csv,
            &rules,
            target.as_deref(),
            other.as_deref(),
            &mut |step| reporter.tell(shown(step)),
        )
    })
    .await?;
    let analysis = match (analyzed, halt) {
        (Ok(analysis), _) => analysis,
        (Err(AnalysisError::Cancelled), Some(halt)) => return Err(halt.into()),
        (Err(error), _) => return Err(Stopped::rejected(error.to_string())),
    };
    let body = serde_json::to_vec(&analysis).map_err(Interrupted::from)?;
    let result = JobResult::Analyze(AnalyzeResult {
        analysis_id: job.id,
    });
    save_output(app, host, job, OutputKind::Analysis, body, result).await
}
