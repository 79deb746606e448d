//! What a file says about the model inside: its card and where it comes from.

use serde_json::json;

use super::proto::StringStringEntryProto;
use crate::prepare::ColumnEncoder;
use crate::report::Report;
use crate::request::run_key;

/// The entries of `metadata_props`.
pub(super) fn lineage(
    report: &Report,
    columns: &[ColumnEncoder],
    inputs: &[String],
) -> Vec<StringStringEntryProto> {
    let metric = report.parameters.metric.name();
    let scores = report.scalar_metrics();
    let columns: serde_json::Map<_, _> = columns
        .iter()
        .zip(inputs)
        .map(|(column, input)| (input.clone(), json!(column.name)))
        .collect();
    let score = scores.get(metric).map(ToString::to_string);
    let entries = [
        ("model_card", Some(report.card_markdown())),
        ("engine_version", Some(report.engine_version.clone())),
        ("dataset_sha256", Some(report.dataset_sha256.clone())),
        (
            "run_key",
            Some(run_key(&report.dataset_sha256, &report.parameters)),
        ),
        ("parameters", Some(report.parameters.canonical_json())),
        ("model_type", Some(report.model_type.name().to_owned())),
        ("task", Some(report.task.name().to_owned())),
        ("target", Some(report.target.clone())),
        ("labels", Some(json!(report.labels).to_string())),
        ("metric", Some(metric.to_owned())),
        ("metric_value", score),
        ("metrics", Some(json!(scores).to_string())),
        ("columns", Some(json!(columns).to_string())),
    ];
    entries
        .into_iter()
        .filter_map(|(key, value)| {
            Some(StringStringEntryProto {
                key: Some(key.to_owned()),
                value: Some(value?),
            })
        })
        .collect()
}
