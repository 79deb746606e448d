//! Made-up tables for the tests of trees.
#![allow(dead_code, reason = "each test uses some of it")]

use std::ops::ControlFlow;

use stint_engine::trees::{
    Column, DecisionTreeParams, GradientBoostingParams, MISSING_CODE, Matrix, RandomForestParams,
    Target, TreeEnsemble, fit_decision_tree, fit_gradient_boosting, fit_random_forest,
};

/// Uniform numbers in `0..1` (SplitMix64).
pub(crate) struct Uniform(pub(crate) u64);

impl Uniform {
    pub(crate) fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.next() * bound as f64) as usize
    }
}

/// Numbers with gaps, a constant, nothing but gaps, and categories; a target that depends on them.
pub(crate) struct Table {
    pub(crate) numbers: Vec<Vec<f64>>,
    pub(crate) codes: Vec<u32>,
    pub(crate) target: Vec<f64>,
    pub(crate) classes: Vec<u32>,
}

pub(crate) const LEVELS: u32 = 30;

impl Table {
    pub(crate) fn new(rows: usize, seed: u64) -> Self {
        let mut random = Uniform(seed);
        let mut numbers = vec![Vec::new(); 4];
        let (mut codes, mut target, mut classes) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..rows {
            let (a, b) = (random.next() * 10.0 - 5.0, random.next());
            let code = random.below(LEVELS as usize + 1) as u32;
            let gap = random.next() < 0.1;
            numbers[0].push(if gap { f64::NAN } else { a });
            numbers[1].push((b * 20.0).floor());
            numbers[2].push(1.0);
            numbers[3].push(f64::NAN);
            codes.push(if code == LEVELS { MISSING_CODE } else { code });
            let effect = if code.is_multiple_of(3) { 2.0 } else { -1.0 };
            let step = if gap { 3.0 } else { a.abs() };
            let y = effect + step + 4.0 * f64::from(u8::from(b > 0.5)) + random.next();
            target.push(y);
            classes.push(if y > 6.0 { 2 } else { u32::from(y > 3.0) });
        }
        Self {
            numbers,
            codes,
            target,
            classes,
        }
    }

    pub(crate) fn matrix(&self) -> Matrix<'_> {
        let mut columns: Vec<Column<'_>> = self
            .numbers
            .iter()
            .map(|column| Column::Numeric(column))
            .collect();
        columns.push(Column::Categorical {
            codes: &self.codes,
            levels: LEVELS,
        });
        Matrix::new(self.target.len(), columns).expect("columns fit")
    }

    pub(crate) fn two_classes(&self) -> Vec<u32> {
        self.classes.iter().map(|&class| class.min(1)).collect()
    }
}

pub(crate) fn boost(
    matrix: &Matrix<'_>,
    target: Target<'_>,
    weights: Option<&[f64]>,
    params: &GradientBoostingParams,
) -> TreeEnsemble {
    let mut observer = |_, _| ControlFlow::Continue(());
    fit_gradient_boosting(matrix, target, weights, params, 1, &mut observer)
        .expect("it fits")
        .ensemble
}

pub(crate) fn forest(
    matrix: &Matrix<'_>,
    target: Target<'_>,
    weights: Option<&[f64]>,
    params: &RandomForestParams,
) -> TreeEnsemble {
    let mut observer = |_, _| ControlFlow::Continue(());
    fit_random_forest(matrix, target, weights, params, 1, &mut observer).expect("it fits")
}

pub(crate) fn few_rounds() -> GradientBoostingParams {
    GradientBoostingParams {
        max_iter: 12,
        ..GradientBoostingParams::default()
    }
}

pub(crate) fn few_trees() -> RandomForestParams {
    RandomForestParams {
        n_estimators: 7,
        ..RandomForestParams::default()
    }
}

pub(crate) fn numbers<'a>(columns: &[&'a [f64]]) -> Matrix<'a> {
    let all = columns
        .iter()
        .map(|column| Column::Numeric(column))
        .collect();
    Matrix::new(columns[0].len(), all).expect("columns fit")
}

pub(crate) fn tree(
    matrix: &Matrix<'_>,
    target: Target<'_>,
    weights: Option<&[f64]>,
) -> TreeEnsemble {
    fit_decision_tree(matrix, target, weights, &DecisionTreeParams::default(), 1).expect("it fits")
}

pub(crate) fn predict(model: &TreeEnsemble, matrix: &Matrix<'_>) -> Vec<f64> {
    assert!(model.is_sound());
    model.predict_proba(matrix, 1).expect("columns fit")
}
