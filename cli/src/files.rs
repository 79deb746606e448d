//! Names of the files that a training writes.

/// The model.
pub(crate) const MODEL: &str = "model.stint";
/// The model card.
pub(crate) const CARD: &str = "card.md";
/// Everything that was measured.
pub(crate) const REPORT: &str = "report.json";
