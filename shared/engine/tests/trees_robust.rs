//! Properties that hold for tables of every kind, and for damaged models.

mod trees_support;

use proptest::prelude::*;
use stint_engine::trees::{GradientBoostingParams, Matrix, Target, TreeEnsemble};
use trees_support::{Table, Uniform, boost, few_rounds, few_trees, forest, numbers, predict, tree};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Trees see the order of numbers, not their size.
    #[test]
    fn order_is_all_that_matters(seed in any::<u64>(), rows in 2_usize..300) {
        let mut random = Uniform(seed);
        let x: Vec<f64> = (0..rows).map(|_| random.below(50) as f64).collect();
        let y: Vec<f64> = x.iter().map(|x| (x * 0.7).sin() + random.next()).collect();
        let cubes: Vec<f64> = x.iter().map(|x| x * x * x - 7.0).collect();
        let params = GradientBoostingParams { min_samples_leaf: 3, ..few_rounds() };
        for fit in [tree, |m: &Matrix<'_>, t: Target<'_>, w: Option<&[f64]>| forest(m, t, w, &few_trees())] {
            let (a, b) = (numbers(&[&x]), numbers(&[&cubes]));
            let (one, other) = (fit(&a, Target::Values(&y), None), fit(&b, Target::Values(&y), None));
            prop_assert_eq!(predict(&one, &a).len(), predict(&other, &b).len());
            prop_assert_eq!(one.trees.iter().map(|t| &t.values).collect::<Vec<_>>(), other.trees.iter().map(|t| &t.values).collect::<Vec<_>>());
        }
        let (a, b) = (numbers(&[&x]), numbers(&[&cubes]));
        let one = boost(&a, Target::Values(&y), None, &params);
        let other = boost(&b, Target::Values(&y), None, &params);
        prop_assert_eq!(predict(&one, &a), predict(&other, &b));
    }

    /// Whatever the numbers, nothing overflows, and answers lie within the targets.
    #[test]
    fn extremes_stay_finite(seed in any::<u64>(), rows in 1_usize..200, size in -300_i32..150, heavy in -300_i32..300) {
        let mut random = Uniform(seed);
        let big = 10_f64.powi(size);
        let mut value = |scale: f64| match random.below(6) {
            0 => f64::NAN,
            1 => f64::INFINITY,
            2 => -f64::MAX,
            _ => (random.next() - 0.5) * scale,
        };
        let x: Vec<f64> = (0..rows).map(|_| value(1e300)).collect();
        let mut random = Uniform(seed ^ 1);
        let y: Vec<f64> = (0..rows).map(|_| (random.next() - 0.5) * big).collect();
        let codes: Vec<u32> = y.iter().map(|&y| u32::from(y > 0.0)).collect();
        let mut weights: Vec<f64> = (0..rows).map(|_| if random.next() < 0.5 { 10_f64.powi(heavy) } else { random.next() }).collect();
        weights[0] = 1.0;
        let matrix = numbers(&[&x]);
        let params = GradientBoostingParams { min_samples_leaf: 1, min_hessian_to_split: 0.0, learning_rate: 1.0, ..few_rounds() };
        let (low, high) = y.iter().fold((f64::MAX, f64::MIN), |(low, high), &y| (low.min(y), high.max(y)));
        let slack = 1e-6 * (high - low) + 1e-12 * big;
        for weights in [None, Some(&weights[..])] {
            for model in [tree(&matrix, Target::Values(&y), weights), forest(&matrix, Target::Values(&y), weights, &few_trees())] {
                prop_assert!(predict(&model, &matrix).iter().all(|&p| p >= low - slack && p <= high + slack));
            }
            let model = boost(&matrix, Target::Values(&y), weights, &params);
            prop_assert!(predict(&model, &matrix).iter().all(|p| p.is_finite()));
            let classes = Target::Classes { codes: &codes, classes: 3 };
            for model in [tree(&matrix, classes, weights), boost(&matrix, classes, weights, &params)] {
                let answers = predict(&model, &matrix);
                for row in answers.chunks_exact(3) {
                    prop_assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                    prop_assert!(row.iter().all(|p| (0.0..=1.0).contains(p)));
                }
            }
        }
    }

    /// A damaged model is refused or still answers; it never panics.
    #[test]
    fn damage_is_noticed(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let table = Table::new(200, 1);
        let model = boost(&table.matrix(), Target::Values(&table.target), None, &few_rounds());
        let mut bytes = postcard::to_allocvec(&model).expect("plain data");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(read) = postcard::from_bytes::<TreeEnsemble>(&bytes)
            && read.is_sound()
            && read.features == model.features
        {
            let _ = read.predict_proba(&table.matrix(), 1);
            let _ = read.shap(&table.matrix(), 1);
        }
    }
}
