//! `GET /api/ml/v1/datasets/{id}/preview`

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use stint_engine::{ColumnKind, CsvHead, CsvRules};
use stint_platform::domain::{Dataset, DatasetId, DatasetStatus, Owner};
use stint_platform::http::{ApiError, ApiPath, ApiQuery, CurrentUser, ErrorCode, Problems};
use stint_platform::objects::keys;
use utoipa::{IntoParams, ToSchema};

use crate::App;

const DEFAULT_ROWS: usize = 100;
const MAX_ROWS: usize = 1000;

/// Bytes of rows that an answer carries; a function's answer is at most 6 MB.
const MAX_ANSWER_BYTES: usize = 4 * 1024 * 1024;

/// What is read at first at least: the delimiter is told by so much, and a smaller part is not cheaper.
const MIN_START_BYTES: u64 = 256 * 1024;

/// How many rows are wanted.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PreviewQuery {
    /// At most so many rows, 1 to 1000.
    #[param(minimum = 1, maximum = 1000, default = 100)]
    rows: Option<usize>,
}

/// The first rows of a dataset.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct DatasetPreview {
    /// One entry per column, in the order of the file.
    columns: Vec<PreviewColumn>,
    /// For each row a cell per column, as written in the file without white space around it; `null` where
    /// it counts as empty. Fewer rows than wanted if the file ends before, or if they are more than 4 MiB.
    rows: Vec<Vec<Option<String>>>,
    /// Rows of the whole dataset.
    total_rows: u64,
}

/// A column of a dataset.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct PreviewColumn {
    /// Name from the header.
    name: String,
    /// Kind of its values.
    kind: ColumnKind,
}

/// The first rows of a dataset, read as they are read for training.
#[utoipa::path(
    get,
    path = "/api/ml/v1/datasets/{id}/preview",
    tag = "datasets",
    params(("id" = String, Path, format = "uuid"), PreviewQuery),
    responses((status = 200, body = DatasetPreview), Problems)
)]
pub(crate) async fn get_preview(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiPath(id): ApiPath<DatasetId>,
    ApiQuery(query): ApiQuery<PreviewQuery>,
) -> Result<Json<DatasetPreview>, ApiError> {
    let rows = query.rows.unwrap_or(DEFAULT_ROWS);
    if !(1..=MAX_ROWS).contains(&rows) {
        let detail = format!("rows is {rows}, expected 1 to {MAX_ROWS}");
        return Err(ApiError::invalid("rows", detail));
    }
    let missing = || ApiError::not_found("dataset");
    let dataset = app.core.dataset(owner, id).await?.ok_or_else(missing)?;
    if dataset.status != DatasetStatus::Ready {
        let detail = "the dataset has no rows to look at: its upload was not completed";
        return Err(ApiError::new(ErrorCode::DatasetNotReady, detail));
    }
    let schema = app.core.schema(owner, id).await?.ok_or_else(missing)?;
    let columns = schema.columns.into_iter().map(|column| PreviewColumn {
        name: column.name,
        kind: column.kind,
    });
    Ok(Json(DatasetPreview {
        columns: columns.collect(),
        rows: fitting(first_rows(&app, owner, &dataset, rows).await?),
        total_rows: schema.rows,
    }))
}

/// The first rows, of as few bytes as they take.
async fn first_rows(
    app: &App,
    owner: Owner,
    dataset: &Dataset,
    rows: usize,
) -> Result<Vec<Vec<Option<String>>>, ApiError> {
    let key = keys::dataset_csv(owner, dataset.id);
    let mut count = likely_bytes(dataset, rows);
    loop {
        let whole = count >= dataset.size_bytes;
        let start = app.objects.get_start(&key, count).await?;
        let start = start.ok_or_else(|| ApiError::not_found("dataset"))?;
        // The cells of a ready dataset were held against the same rules.
        let head = CsvHead::read(&start, whole, rows, &CsvRules::default());
        match head.map_err(ApiError::internal)? {
            Some(head) => return Ok(head.rows),
            None if whole => return Err(ApiError::internal("a whole file ends too early")),
            None => count = count.saturating_mul(8),
        }
    }
}

/// Bytes that hold so many rows if they are no longer than twice the mean.
fn likely_bytes(dataset: &Dataset, rows: usize) -> u64 {
    let mean = dataset.size_bytes / dataset.rows.unwrap_or(1).max(1) + 1;
    (2 * mean * rows as u64).max(MIN_START_BYTES)
}

/// The rows that an answer can carry.
fn fitting(rows: Vec<Vec<Option<String>>>) -> Vec<Vec<Option<String>>> {
    let mut left = MAX_ANSWER_BYTES;
    let fits = |row: &Vec<Option<String>>| {
        let written = serde_json::to_vec(row).map_or(usize::MAX, |written| written.len() + 1);
        left.checked_sub(written).map(|rest| left = rest).is_some()
    };
    rows.into_iter().take_while(fits).collect()
}
