//! `GET /api/ml/v1/metrics/summary`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use stint_platform::domain::Run;
use stint_platform::http::{ApiError, ApiQuery, CurrentUser, PageQuery, Problems};
use utoipa::ToSchema;

use crate::App;
use crate::list_trends::Trend;

/// The newest runs in a few numbers.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct Summary {
    /// Averages and bests.
    pub(crate) aggregates: Aggregates,
    /// The runs they are about, newest first.
    pub(crate) trends: Vec<Trend>,
}

/// Averages and bests; `null` where no run has the metric. The best of `mse` and `mae` is the
/// smallest, of all others the largest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub(crate) struct Aggregates {
    /// Runs.
    pub(crate) count: usize,
    /// Runs that classify.
    pub(crate) classification_count: usize,
    /// Runs that predict a number.
    pub(crate) regression_count: usize,
    /// Average accuracy.
    pub(crate) avg_accuracy: Option<f64>,
    /// Best accuracy.
    pub(crate) best_accuracy: Option<f64>,
    /// Average macro precision.
    pub(crate) avg_precision: Option<f64>,
    /// Best macro precision.
    pub(crate) best_precision: Option<f64>,
    /// Average macro recall.
    pub(crate) avg_recall: Option<f64>,
    /// Best macro recall.
    pub(crate) best_recall: Option<f64>,
    /// Average macro F1.
    pub avg_f1: Option<f64>,
    /// Best macro F1.
    pub best_f1: Option<f64>,
    /// Average R².
    pub avg_r2: Option<f64>,
    /// Best R².
    pub best_r2: Option<f64>,
    /// Average mean squared error, in squared units of each target.
    pub(crate) avg_mse: Option<f64>,
    /// Smallest mean squared error.
    pub(crate) best_mse: Option<f64>,
    /// Average mean absolute error, in units of each target.
    pub(crate) avg_mae: Option<f64>,
    /// Smallest mean absolute error.
    pub(crate) best_mae: Option<f64>,
}

impl Aggregates {
    fn of(runs: &[Run]) -> Self {
        let values = |metric: &str| -> Vec<f64> {
            runs.iter()
                .filter_map(|run| run.metrics.get(metric).copied())
                .collect()
        };
        let average = |metric| {
            let values = values(metric);
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
        };
        let largest = |metric| values(metric).into_iter().reduce(f64::max);
        let smallest = |metric| values(metric).into_iter().reduce(f64::min);
        let of_task = |task| runs.iter().filter(|run| run.task == task).count();
        Self {
            count: runs.len(),
            classification_count: of_task("classification"),
            regression_count: of_task("regression"),
            avg_accuracy: average("accuracy"),
            best_accuracy: largest("accuracy"),
            avg_precision: average("precision"),
            best_precision: largest("precision"),
            avg_recall: average("recall"),
            best_recall: largest("recall"),
            avg_f1: average("f1"),
            best_f1: largest("f1"),
            avg_r2: average("r2"),
            best_r2: largest("r2"),
            avg_mse: average("mse"),
            best_mse: smallest("mse"),
            avg_mae: average("mae"),
            best_mae: smallest("mae"),
        }
    }
}

/// Averages and bests of the newest runs, and the runs themselves.
#[utoipa::path(
    get,
    path = "/api/ml/v1/metrics/summary",
    tag = "metrics",
    params(PageQuery),
    responses((status = 200, body = Summary), Problems)
)]
pub(crate) async fn get_summary(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiQuery(page): ApiQuery<PageQuery>,
) -> Result<Json<Summary>, ApiError> {
    let runs = app.core.runs(owner, &page.checked()?).await?.items;
    let aggregates = Aggregates::of(&runs);
    Ok(Json(Summary {
        aggregates,
        trends: runs.into_iter().map(Trend::from).collect(),
    }))
}
