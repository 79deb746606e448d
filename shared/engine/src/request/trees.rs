//! Reading the hyperparameters of trees, forests and boosting.

use super::fields::Fields;
use super::hyperparameters::{CLASS_WEIGHT, COUNT, FLAG, NUMBER};
use crate::ensembles::{DecisionTreeParams, GradientBoostingParams, RandomForestParams};

const FEATURES: &str = "\"sqrt\", \"log2\", a whole number, a share such as 0.3, or null";

pub(super) fn decision_tree(fields: &mut Fields<'_>) -> DecisionTreeParams {
    let mut params = DecisionTreeParams::default();
    fields.set("max_depth", COUNT, &mut params.max_depth);
    fields.set("min_samples_split", COUNT, &mut params.min_samples_split);
    fields.set("min_samples_leaf", COUNT, &mut params.min_samples_leaf);
    fields.set("max_leaf_nodes", COUNT, &mut params.max_leaf_nodes);
    fields.set("max_features", FEATURES, &mut params.max_features);
    fields.set("class_weight", CLASS_WEIGHT, &mut params.class_weight);
    params
}

pub(super) fn random_forest(fields: &mut Fields<'_>) -> RandomForestParams {
    let mut params = RandomForestParams::default();
    fields.set("n_estimators", COUNT, &mut params.n_estimators);
    fields.set("max_depth", COUNT, &mut params.max_depth);
    fields.set("min_samples_split", COUNT, &mut params.min_samples_split);
    fields.set("min_samples_leaf", COUNT, &mut params.min_samples_leaf);
    fields.set("max_leaf_nodes", COUNT, &mut params.max_leaf_nodes);
    fields.set("max_features", FEATURES, &mut params.max_features);
    fields.set("bootstrap", FLAG, &mut params.bootstrap);
    fields.set("max_samples", NUMBER, &mut params.max_samples);
    fields.set("class_weight", CLASS_WEIGHT, &mut params.class_weight);
    params
}

pub(super) fn gradient_boosting(fields: &mut Fields<'_>) -> GradientBoostingParams {
    let mut params = GradientBoostingParams::default();
    if fields.is_null("max_leaf_nodes") {
        params.max_leaf_nodes = None;
    }
    fields.set("learning_rate", NUMBER, &mut params.learning_rate);
    fields.set("max_iter", COUNT, &mut params.max_iter);
    fields.set("max_leaf_nodes", COUNT, &mut params.max_leaf_nodes);
    fields.set("max_depth", COUNT, &mut params.max_depth);
    fields.set("min_samples_leaf", COUNT, &mut params.min_samples_leaf);
    fields.set("l2_regularization", NUMBER, &mut params.l2_regularization);
    fields.set("max_features", FEATURES, &mut params.max_features);
    fields.set("max_bins", COUNT, &mut params.max_bins);
    fields.set("early_stopping", FLAG, &mut params.early_stopping);
    fields.set(
        "validation_fraction",
        NUMBER,
        &mut params.validation_fraction,
    );
    fields.set("n_iter_no_change", COUNT, &mut params.n_iter_no_change);
    fields.set("tol", NUMBER, &mut params.tol);
    fields.set("class_weight", CLASS_WEIGHT, &mut params.class_weight);
    params.l2_regularization += 0.0;
    params.tol += 0.0;
    params
}
