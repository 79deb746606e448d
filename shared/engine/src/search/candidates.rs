//! The configurations that a search tries.

use crate::bayes::NaiveBayesParams;
use crate::ensembles::{
    DecisionTreeParams, GradientBoostingParams, RandomForestParams, SplitFeatures,
};
use crate::linear::{ElasticNetParams, LogisticParams, RidgeParams};
use crate::neighbors::{KnnParams, NeighborWeights};
use crate::random::{Purpose, Random};
use crate::request::{ModelSpec, Task};
use crate::svm::{Gamma, GammaRule, SvmKernel, SvmParams};

/// At most `most` configurations: the default of each family, then others of each family in turn, in an
/// order that the seed decides.
pub(super) fn candidates(task: Task, most: u32, seed: u64) -> Vec<ModelSpec> {
    let mut families = families(task);
    for (index, family) in families.iter_mut().enumerate() {
        // The default comes first.
        Random::new(seed, Purpose::Candidates, index as u64).shuffle(&mut family[1..]);
    }
    let longest = families.iter().map(Vec::len).max().unwrap_or(0);
    (0..longest)
        .flat_map(|place| families.iter().filter_map(move |family| family.get(place)))
        .take(most as usize)
        .cloned()
        .collect()
}

/// Per family, its default and other configurations. The simplest family comes first.
fn families(task: Task) -> Vec<Vec<ModelSpec>> {
    match task {
        Task::Classification => vec![
            [1.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 3.0, 10.0, 100.0]
                .map(|c| ModelSpec::Logistic(LogisticParams::default().c(c)))
                .to_vec(),
            [1e-9, 1e-6, 1e-4, 1e-3, 1e-2, 1e-1]
                .map(|var_smoothing| {
                    ModelSpec::NaiveBayes(NaiveBayesParams {
                        var_smoothing,
                        ..NaiveBayesParams::default()
                    })
                })
                .to_vec(),
            forests(),
            boosting(),
            neighbors(),
            machines(),
            small_trees(),
        ],
        Task::Regression => vec![
            [1.0, 0.01, 0.1, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0]
                .map(|alpha| ModelSpec::Ridge(RidgeParams::default().alpha(alpha)))
                .to_vec(),
            forests(),
            boosting(),
            elastic_nets(),
            neighbors(),
            machines(),
            small_trees(),
        ],
    }
}

fn small_trees() -> Vec<ModelSpec> {
    let mut all = Vec::new();
    for min_samples_leaf in [5, 20] {
        for max_depth in [5, 3, 8] {
            all.push(ModelSpec::DecisionTree(DecisionTreeParams {
                max_depth: Some(max_depth),
                min_samples_leaf,
                ..DecisionTreeParams::default()
            }));
        }
    }
    all
}

fn forests() -> Vec<ModelSpec> {
    let mut all = Vec::new();
    for max_features in [None, Some(SplitFeatures::Fraction(0.5))] {
        for min_samples_leaf in [1, 3, 10] {
            all.push(ModelSpec::RandomForest(RandomForestParams {
                max_features,
                min_samples_leaf,
                ..RandomForestParams::default()
            }));
        }
    }
    all
}

fn boosting() -> Vec<ModelSpec> {
    let mut all = Vec::new();
    for (learning_rate, max_iter) in [(0.1, 100), (0.05, 200), (0.2, 50)] {
        for max_leaf_nodes in [31, 7, 15] {
            for (l2_regularization, min_samples_leaf) in [(0.0, 20), (1.0, 10)] {
                all.push(ModelSpec::GradientBoosting(GradientBoostingParams {
                    learning_rate,
                    max_iter,
                    max_leaf_nodes: Some(max_leaf_nodes),
                    l2_regularization,
                    min_samples_leaf,
                    ..GradientBoostingParams::default()
                }));
            }
        }
    }
    all
}

fn elastic_nets() -> Vec<ModelSpec> {
    let mut all = Vec::new();
    for alpha in [1.0, 0.001, 0.01, 0.1, 3.0] {
        for l1_ratio in [0.5, 0.1, 0.9, 1.0] {
            all.push(ModelSpec::ElasticNet(ElasticNetParams {
                alpha,
                l1_ratio,
                ..ElasticNetParams::default()
            }));
        }
    }
    all
}

fn neighbors() -> Vec<ModelSpec> {
    let mut all = Vec::new();
    for n_neighbors in [5, 1, 3, 9, 15, 25, 50] {
        for weights in [NeighborWeights::Uniform, NeighborWeights::Distance] {
            all.push(ModelSpec::Knn(KnnParams {
                n_neighbors,
                weights,
            }));
        }
    }
    all
}

fn machines() -> Vec<ModelSpec> {
    let scale = Gamma::Rule(GammaRule::Scale);
    let curved = [
        (1.0, scale),
        (10.0, scale),
        (100.0, scale),
        (0.1, scale),
        (1.0, Gamma::Number(0.1)),
        (10.0, Gamma::Number(0.1)),
        (1.0, Gamma::Number(0.01)),
        (10.0, Gamma::Number(0.01)),
        (100.0, Gamma::Number(0.001)),
    ];
    let straight = [0.01, 0.1, 1.0].map(|c| (SvmKernel::Linear, c, scale));
    let all = curved.map(|(c, gamma)| (SvmKernel::Rbf, c, gamma));
    all.into_iter()
        .chain(straight)
        .map(|(kernel, c, gamma)| {
            ModelSpec::Svm(SvmParams {
                kernel,
                c,
                gamma,
                ..SvmParams::default()
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_comes_first_with_its_default_and_the_seed_decides_the_rest() {
        for task in [Task::Classification, Task::Regression] {
            let listed = candidates(task, 24, 1);
            assert_eq!(listed.len(), 24);
            let defaults = families(task).len();
            let types: std::collections::BTreeSet<&str> = listed[..defaults]
                .iter()
                .map(|model| model.model_type().name())
                .collect();
            assert_eq!(types.len(), defaults);
            assert!(listed.iter().all(|model| model.model_type().fits(task)));
            assert_eq!(listed, candidates(task, 24, 1));
            assert_ne!(listed, candidates(task, 24, 2));
            let distinct = listed
                .iter()
                .enumerate()
                .all(|(index, model)| !listed[..index].contains(model));
            assert!(distinct);
        }
    }
}
