//! Names of the files that a training writes.

/// The model.
pub(crate) const MODEL: &str = "model.stint";
/// The model for other programs, preprocessing inside.
pub(crate) const ONNX: &str = "model.onnx";
/// The model card.
pub(crate) const CARD: &str = "card.md";
/// Everything that was measured.
pub(crate) const REPORT: &str = "report.json";
