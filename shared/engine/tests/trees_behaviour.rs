//! What trees must do on tables of every kind, also strange ones.

mod trees_support;

use std::ops::ControlFlow;

use stint_engine::trees::{
    Column, DecisionTreeParams, GradientBoostingParams, MISSING_CODE, Matrix, MaxFeatures,
    RandomForestParams, Rule, Target, TreeEnsemble, TreeError, fit_decision_tree,
    fit_gradient_boosting, fit_random_forest,
};
use trees_support::{Table, Uniform, boost, few_rounds, few_trees, forest, numbers, predict, tree};

/// The number of rows in each leaf of each tree that was fitted without weights.
fn leaf_rows(model: &TreeEnsemble) -> Vec<f64> {
    let nodes = model.trees.iter().flat_map(|tree| &tree.nodes);
    let leaves = nodes.filter(|node| node.children().is_none());
    leaves.map(|node| node.cover).collect()
}

#[test]
fn a_tree_solves_exclusive_or() {
    let (a, b) = ([0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]);
    let matrix = numbers(&[&a, &b]);
    let target = Target::Classes {
        codes: &[0, 1, 1, 0],
        classes: 2,
    };
    let model = tree(&matrix, target, None);
    assert_eq!(
        predict(&model, &matrix),
        [1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0]
    );
    let target = Target::Classes {
        codes: &[0, 1, 2, 0],
        classes: 3,
    };
    let right = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0];
    assert_eq!(predict(&tree(&matrix, target, None), &matrix), right);
}

#[test]
fn a_full_tree_repeats_distinct_targets() {
    let x: Vec<f64> = (0..200).map(|i| f64::from(i * i)).collect();
    let y: Vec<f64> = (0..200).map(|i| 1e6 + f64::from(i * 7919 % 200)).collect();
    let matrix = numbers(&[&x]);
    assert_eq!(
        predict(&tree(&matrix, Target::Values(&y), None), &matrix),
        y
    );
}

#[test]
fn one_row_is_enough() {
    let matrix = numbers(&[&[3.0]]);
    assert_eq!(
        predict(&tree(&matrix, Target::Values(&[5.0]), None), &matrix),
        [5.0]
    );
    let model = boost(&matrix, Target::Values(&[5.0]), None, &few_rounds());
    assert_eq!(predict(&model, &matrix), [5.0]);
    let stopping = GradientBoostingParams {
        early_stopping: true,
        ..few_rounds()
    };
    let one = Target::Classes {
        codes: &[1],
        classes: 2,
    };
    assert!(predict(&boost(&matrix, one, None, &stopping), &matrix)[1] > 0.99);
    assert_eq!(
        predict(&forest(&matrix, one, None, &few_trees()), &matrix),
        [0.0, 1.0]
    );
}

#[test]
fn columns_without_information_are_left_alone() {
    let gaps = [f64::NAN; 100];
    let same = [1.0; 100];
    let useful: Vec<f64> = (0..100).map(f64::from).collect();
    let y: Vec<f64> = (0..100).map(|i| f64::from(u8::from(i >= 37))).collect();
    let matrix = numbers(&[&gaps, &same, &useful]);
    for model in [
        tree(&matrix, Target::Values(&y), None),
        boost(&matrix, Target::Values(&y), None, &few_rounds()),
    ] {
        for node in model.trees.iter().flat_map(|tree| &tree.nodes) {
            assert!(node.feature().is_none_or(|feature| feature == 2));
        }
    }
    let nothing = numbers(&[&gaps, &same]);
    let model = tree(&nothing, Target::Values(&y), None);
    assert_eq!(model.trees[0].nodes.len(), 1);
}

#[test]
fn rows_of_weight_zero_count_as_absent() {
    let table = Table::new(400, 8);
    let kept: Vec<f64> = (0..400)
        .map(|row| f64::from(u8::from(row % 4 == 1)))
        .collect();
    let mut short = Table::new(0, 0);
    for row in (1..400).step_by(4) {
        for (to, from) in short.numbers.iter_mut().zip(&table.numbers) {
            to.push(from[row]);
        }
        short.codes.push(table.codes[row]);
        short.target.push(table.target[row]);
    }
    let all = tree(&table.matrix(), Target::Values(&table.target), Some(&kept));
    let few = tree(&short.matrix(), Target::Values(&short.target), None);
    assert_eq!(all, few);

    let mut only = vec![0.0; 400];
    only[17] = 1e-300;
    for model in [
        tree(&table.matrix(), Target::Values(&table.target), Some(&only)),
        boost(
            &table.matrix(),
            Target::Values(&table.target),
            Some(&only),
            &few_rounds(),
        ),
    ] {
        let answers = predict(&model, &table.matrix());
        assert!(answers.iter().all(|&answer| answer == table.target[17]));
    }
}

#[test]
fn only_ratios_of_weights_matter() {
    let table = Table::new(500, 11);
    let weights: Vec<f64> = (0..500).map(|row| f64::from(1 + row % 3)).collect();
    let huge: Vec<f64> = weights.iter().map(|weight| weight * 1e300).collect();
    let classes = Target::Classes {
        codes: &table.classes,
        classes: 3,
    };
    let matrix = table.matrix();
    for target in [Target::Values(&table.target), classes] {
        let model = boost(&matrix, target, Some(&weights), &few_rounds());
        let same = boost(&matrix, target, Some(&huge), &few_rounds());
        for (a, b) in predict(&model, &matrix).iter().zip(predict(&same, &matrix)) {
            assert!((a - b).abs() < 1e-9);
        }
    }
}

#[test]
fn weights_move_leaves() {
    let x = [0.0; 4];
    let target = Target::Classes {
        codes: &[0, 0, 0, 1],
        classes: 2,
    };
    let model = tree(&numbers(&[&x]), target, Some(&[1.0, 1.0, 1.0, 9.0]));
    assert_eq!(predict(&model, &numbers(&[&x[..1]])), [0.25, 0.75]);
}

#[test]
fn leaves_hold_enough_rows_and_trees_stay_small() {
    let table = Table::new(3_000, 13);
    let matrix = table.matrix();
    let two = table.two_classes();
    let classes = Target::Classes {
        codes: &two,
        classes: 2,
    };
    for (least, leaves) in [(1, 8), (20, 31), (150, 31), (700, 5)] {
        let boosting = GradientBoostingParams {
            min_samples_leaf: least,
            max_leaf_nodes: Some(leaves),
            max_depth: Some(6),
            ..few_rounds()
        };
        let mut bushy = few_trees();
        bushy.tree.min_samples_leaf = least;
        bushy.tree.max_leaf_nodes = Some(leaves);
        bushy.bootstrap = false;
        for target in [Target::Values(&table.target), classes] {
            for model in [
                boost(&matrix, target, None, &boosting),
                forest(&matrix, target, None, &bushy),
            ] {
                assert!(leaf_rows(&model).iter().all(|&rows| rows >= least as f64));
                for tree in &model.trees {
                    assert!(tree.nodes.len() > 1 && tree.nodes.len() < 2 * leaves);
                }
            }
        }
    }
}

#[test]
fn depth_is_limited() {
    let table = Table::new(2_000, 14);
    let matrix = table.matrix();
    let params = DecisionTreeParams {
        max_depth: Some(3),
        ..DecisionTreeParams::default()
    };
    let target = Target::Values(&table.target);
    let shallow = fit_decision_tree(&matrix, target, None, &params, 1).expect("it fits");
    let boosting = GradientBoostingParams {
        max_depth: Some(2),
        max_leaf_nodes: None,
        ..few_rounds()
    };
    for (model, most) in [(shallow, 15), (boost(&matrix, target, None, &boosting), 7)] {
        assert!(
            model.trees.iter().all(|tree| tree.nodes.len() == most),
            "not {most} nodes"
        );
    }
}

#[test]
fn missing_values_go_where_they_belong() {
    let x: Vec<f64> = (0..300)
        .map(|i| if i % 3 == 0 { f64::NAN } else { f64::from(i) })
        .collect();
    let y: Vec<f64> = (0..300)
        .map(|i| f64::from(u8::from(i % 3 == 0 || i > 200)))
        .collect();
    let matrix = numbers(&[&x]);
    for model in [
        tree(&matrix, Target::Values(&y), None),
        boost(
            &matrix,
            Target::Values(&y),
            None,
            &GradientBoostingParams {
                learning_rate: 1.0,
                ..few_rounds()
            },
        ),
    ] {
        for (answer, right) in predict(&model, &matrix).iter().zip(&y) {
            assert!((answer - right).abs() < 1e-9, "{answer} is not {right}");
        }
    }
}

#[test]
fn categories_are_split_in_two_groups() {
    let mut random = Uniform(3);
    // More categories than bins: the rarest are treated as missing.
    let codes: Vec<u32> = (0..8_000)
        .map(|_| (random.next().powi(2) * 400.0) as u32)
        .collect();
    let y: Vec<f64> = codes
        .iter()
        .map(|code| f64::from(code.wrapping_mul(2_654_435_761) >> 31))
        .collect();
    let column = Column::Categorical {
        codes: &codes,
        levels: 400,
    };
    let matrix = Matrix::new(codes.len(), vec![column]).expect("columns fit");
    let stump = DecisionTreeParams {
        max_depth: Some(1),
        ..DecisionTreeParams::default()
    };
    let model = fit_decision_tree(&matrix, Target::Values(&y), None, &stump, 1).expect("it fits");
    let answers = predict(&model, &matrix);
    let error: f64 = answers.iter().zip(&y).map(|(a, b)| (a - b).powi(2)).sum();
    assert!(error / 8_000.0 < 0.07, "{}", error / 8_000.0);
    // Codes that were never seen go the way of missing ones.
    let strange = [399_999, MISSING_CODE];
    let column = Column::Categorical {
        codes: &strange,
        levels: 400_000,
    };
    let answers = predict(&model, &Matrix::new(2, vec![column]).expect("columns fit"));
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn single_and_double_precision_agree() {
    let mut random = Uniform(21);
    let x: Vec<f64> = (0..5_000).map(|_| 1.0 + random.next() * 1e-6).collect();
    let y: Vec<f64> = x.iter().map(|x| (x * 1e8).sin()).collect();
    let singles: Vec<f64> = x.iter().map(|&x| f64::from(x as f32)).collect();
    let model = tree(&numbers(&[&x]), Target::Values(&y), None);
    assert_eq!(
        predict(&model, &numbers(&[&x])),
        predict(&model, &numbers(&[&singles]))
    );
}

#[test]
fn noise_stops_early_and_signal_does_not() {
    let mut random = Uniform(2);
    let x: Vec<f64> = (0..2_000).map(|_| random.next()).collect();
    let noise: Vec<f64> = (0..2_000).map(|_| random.next()).collect();
    let signal: Vec<f64> = x.iter().map(|x| (x * 20.0).sin()).collect();
    let params = GradientBoostingParams {
        early_stopping: true,
        ..GradientBoostingParams::default()
    };
    let fit = |target: &[f64]| {
        let mut observer = |_, _| ControlFlow::Continue(());
        let matrix = numbers(&[&x]);
        fit_gradient_boosting(
            &matrix,
            Target::Values(target),
            None,
            &params,
            1,
            &mut observer,
        )
        .expect("it fits")
    };
    let (noisy, clear) = (fit(&noise), fit(&signal));
    assert!(noisy.rounds < 20, "{}", noisy.rounds);
    assert!(clear.rounds > 60, "{}", clear.rounds);
    assert_eq!(noisy.ensemble.trees.len(), noisy.rounds);
    let least = noisy
        .validation_losses
        .iter()
        .copied()
        .fold(f64::MAX, f64::min);
    assert!((noisy.validation_losses[noisy.rounds] - least).abs() <= 1e-6);
}

#[test]
fn progress_is_told_and_may_be_stopped() {
    let table = Table::new(300, 4);
    let matrix = table.matrix();
    let target = Target::Values(&table.target);
    let mut told = Vec::new();
    let mut observer = |done, total| {
        told.push((done, total));
        if done == 3 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let fit = fit_gradient_boosting(&matrix, target, None, &few_rounds(), 1, &mut observer);
    assert_eq!(fit.expect_err("it was stopped"), TreeError::Cancelled);
    assert_eq!(told, [(1, 12), (2, 12), (3, 12)]);
    let mut observer = |_, _| ControlFlow::Break(());
    let fit = fit_random_forest(&matrix, target, None, &few_trees(), 2, &mut observer);
    assert_eq!(fit.expect_err("it was stopped"), TreeError::Cancelled);
}

#[test]
fn bad_input_is_named() {
    let column = [1.0, 2.0];
    let matrix = numbers(&[&column]);
    let message = |target, weights, params: &GradientBoostingParams| {
        let mut observer = |_, _| ControlFlow::Continue(());
        fit_gradient_boosting(&matrix, target, weights, params, 1, &mut observer)
            .expect_err("it is bad")
            .to_string()
    };
    let usual = GradientBoostingParams::default();
    let good = Target::Values(&[1.0, 2.0]);
    let nan = Target::Values(&[1.0, f64::NAN]);
    assert!(message(nan, None, &usual).contains("the target is NaN at row 1"));
    assert!(message(Target::Values(&[1.0]), None, &usual).contains("1 entries"));
    assert!(message(good, Some(&[1.0, -1.0]), &usual).contains("-1 at row 1"));
    assert!(message(good, Some(&[0.0, 0.0]), &usual).contains("positive weight"));
    let bad = GradientBoostingParams {
        learning_rate: 0.0,
        ..usual.clone()
    };
    assert!(message(good, None, &bad).starts_with("learning_rate is 0.0, but must be"));
    let bad = GradientBoostingParams {
        max_features: MaxFeatures::Fraction(f64::NAN),
        ..usual
    };
    assert!(message(good, None, &bad).starts_with("max_features"));
    let model = tree(&matrix, good, None);
    let codes = [0, 1];
    let category = Column::Categorical {
        codes: &codes,
        levels: 2,
    };
    let other = Matrix::new(2, vec![category]).expect("columns fit");
    assert!(model.predict_raw(&other, 1).is_err());
    assert!(model.predict_raw(&numbers(&[&column, &column]), 1).is_err());
}

#[test]
fn a_forest_without_bootstrap_of_all_features_is_one_tree() {
    let table = Table::new(300, 30);
    let matrix = table.matrix();
    let params = RandomForestParams {
        bootstrap: false,
        tree: DecisionTreeParams::default(),
        ..few_trees()
    };
    let target = Target::Values(&table.target);
    let model = forest(&matrix, target, None, &params);
    assert!(model.trees.iter().all(|own| *own == model.trees[0]));
    assert_eq!(model.trees[0], tree(&matrix, target, None).trees[0]);
    let has_categories = |rule: &Rule| matches!(rule, Rule::Categories { .. });
    assert!(
        model.trees[0]
            .nodes
            .iter()
            .any(|node| has_categories(&node.rule))
    );
}

#[test]
fn many_rows_and_few_give_the_same_answers() {
    let table = Table::new(700, 31);
    let matrix = table.matrix();
    let target = Target::Values(&table.target);
    let params = few_rounds();
    let with_categories = boost(&matrix, target, None, &params);
    let columns: Vec<&[f64]> = table.numbers.iter().map(|column| &column[..]).collect();
    let only_numbers = numbers(&columns);
    let without = boost(&only_numbers, target, None, &params);
    for (model, matrix) in [(&with_categories, &matrix), (&without, &only_numbers)] {
        let all = predict(model, matrix);
        for row in [0, 1, 350, 699] {
            let one = matrix.columns().iter().map(|column| match *column {
                Column::Numeric(values) => Column::Numeric(&values[row..=row]),
                Column::Categorical { codes, levels } => Column::Categorical {
                    codes: &codes[row..=row],
                    levels,
                },
            });
            let one = Matrix::new(1, one.collect()).expect("columns fit");
            assert_eq!(predict(model, &one), [all[row]]);
        }
    }
}
