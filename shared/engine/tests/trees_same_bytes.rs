//! The same request gives the same bytes, whatever the number of threads.

mod trees_support;

use std::ops::ControlFlow;

use stint_engine::trees::{
    GradientBoostingParams, MaxFeatures, Target, TreeEnsemble, fit_gradient_boosting,
    fit_random_forest,
};
use trees_support::{Table, few_rounds, few_trees};

fn bytes(model: &TreeEnsemble) -> Vec<u8> {
    postcard::to_allocvec(model).expect("plain data")
}

fn boosted(table: &Table, target: Target<'_>, weights: Option<&[f64]>, threads: usize) -> Vec<u8> {
    let params = GradientBoostingParams {
        subsample: 0.8,
        max_features: MaxFeatures::Fraction(0.7),
        early_stopping: true,
        l2_regularization: 1.0,
        random_state: 3,
        ..few_rounds()
    };
    let mut observer = |_, _| ControlFlow::Continue(());
    let matrix = table.matrix();
    let fit = fit_gradient_boosting(&matrix, target, weights, &params, threads, &mut observer);
    bytes(&fit.expect("it fits").ensemble)
}

fn grown(table: &Table, target: Target<'_>, weights: Option<&[f64]>, threads: usize) -> Vec<u8> {
    let mut observer = |_, _| ControlFlow::Continue(());
    let matrix = table.matrix();
    let model = fit_random_forest(
        &matrix,
        target,
        weights,
        &few_trees(),
        threads,
        &mut observer,
    );
    bytes(&model.expect("it fits"))
}

/// Fowler, Noll and Vo's hash.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

#[test]
fn for_any_number_of_threads() {
    // Enough rows that the threads really share the work.
    let table = Table::new(12_000, 1);
    let weights: Vec<f64> = (0..12_000).map(|row| f64::from(row % 7)).collect();
    let two = table.two_classes();
    let targets = [
        Target::Values(&table.target),
        Target::Classes {
            codes: &two,
            classes: 2,
        },
        Target::Classes {
            codes: &table.classes,
            classes: 3,
        },
    ];
    for target in targets {
        for weights in [None, Some(&weights[..])] {
            for fit in [boosted, grown] {
                let one = fit(&table, target, weights, 1);
                assert_eq!(one, fit(&table, target, weights, 2));
                assert_eq!(one, fit(&table, target, weights, 8));
            }
        }
    }
}

#[test]
fn on_every_platform() {
    let table = Table::new(3_000, 2);
    let classes = Target::Classes {
        codes: &table.classes,
        classes: 3,
    };
    let values = Target::Values(&table.target);
    let hashes = [
        hash(&boosted(&table, values, None, 2)),
        hash(&boosted(&table, classes, None, 2)),
        hash(&grown(&table, values, None, 2)),
        hash(&grown(&table, classes, None, 2)),
    ];
    // From x86-64; any other value elsewhere is a bug. A change of the algorithm changes them, too.
    assert_eq!(
        hashes,
        [
            3_578_278_324_444_676_053,
            7_339_101_777_466_127_435,
            8_393_638_142_851_997_578,
            2_253_366_300_238_333_624
        ],
        "{hashes:?}"
    );
}
