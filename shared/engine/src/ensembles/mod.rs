//! Trees, forests and boosting between requests and the core in `trees`: parameters that are checked and
//! stored, columns as the core reads them, predictions as the rest of the engine does.

mod columns;
mod learning;
mod params;
mod size;

use columns::predict_in_stages;
pub(crate) use columns::{feature_kinds, is_sound, predict, predict_when_changed, with_matrix};
pub use learning::LearningPoint;
pub(crate) use learning::learning_curve;
pub use params::{
    DecisionTreeParams, FeatureRule, GradientBoostingParams, RandomForestParams, SplitFeatures,
};
pub(crate) use size::{MAX_STORED, leaf_limit, stored_bytes};
