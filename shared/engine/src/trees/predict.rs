//! Using a model: which leaf a row reaches, and what that means.

use std::ops::Range;

use super::TreeError;
use super::binning::rounded;
use super::ensemble::{FeatureKind, Link, Rule, Tree, TreeEnsemble};
use super::flat::FlatTree;
use super::grow::MAX_DEPTH;
use super::math::{sigmoid, softmax};
use super::matrix::{Column, Matrix};
use crate::parallel::for_each_parallel;

/// Rows that go through one tree after the other, so that they stay in the cache.
const BLOCK: usize = 1_024;
/// The same for trees of more than [`LARGE`] nodes, so that fetching a tree again for each block does not take longer
/// than walking it.
const LARGE_BLOCK: usize = 8_192;
const LARGE: usize = 2_048;
/// Rows that walk side by side, so that the processor can fetch the next node of one while it waits for
/// that of another.
pub(super) const LANES: usize = 8;

/// A row as trees read it: each feature as the bits of an `f32`, or as a category code.
pub(super) type Row<'a> = &'a [u32];

impl Tree {
    /// Whether a row goes left, or `None` at a leaf.
    #[inline]
    pub(super) fn goes_left(&self, rule: &Rule, row: Row<'_>) -> bool {
        match *rule {
            Rule::Leaf { .. } => false,
            Rule::Threshold {
                feature,
                threshold,
                missing_left,
                ..
            } => {
                let value = f32::from_bits(row[feature as usize]);
                value <= threshold || (missing_left && value.is_nan())
            }
            Rule::Categories {
                feature,
                first_word,
                words,
                missing_left,
                ..
            } => {
                let code = row[feature as usize];
                let word = code / 64;
                if word < words {
                    self.sets[(first_word + word) as usize] >> (code % 64) & 1 == 1
                } else {
                    missing_left
                }
            }
        }
    }

    /// The leaf that a row reaches.
    pub(super) fn leaf(&self, row: Row<'_>) -> u32 {
        let mut index = 0;
        loop {
            let rule = &self.nodes[index as usize].rule;
            index = match *rule {
                Rule::Leaf { .. } => return index,
                Rule::Threshold { left, right, .. } | Rule::Categories { left, right, .. } => {
                    if self.goes_left(rule, row) {
                        left
                    } else {
                        right
                    }
                }
            };
        }
    }

    /// Whether a split looks at one of these features.
    fn reads(&self, features: &Range<usize>) -> bool {
        self.nodes.iter().any(|node| match node.rule {
            Rule::Leaf { .. } => false,
            Rule::Threshold { feature, .. } | Rule::Categories { feature, .. } => {
                features.contains(&(feature as usize))
            }
        })
    }

    /// Index in `values` of the first value of a leaf.
    pub(super) fn first_value(&self, leaf: u32) -> usize {
        match self.nodes[leaf as usize].rule {
            Rule::Leaf { first_value } => first_value as usize,
            _ => 0,
        }
    }

    /// Raw outputs that its leaves have values for, as offset and number.
    pub(super) fn span(&self, outputs: usize) -> (usize, usize) {
        self.output
            .map_or((0, outputs), |output| (output as usize, 1))
    }
}

/// Rows `begin..end` of the matrix as trees read them, one after the other.
pub(super) fn read_rows(matrix: &Matrix<'_>, begin: usize, end: usize, out: &mut Vec<u32>) {
    let width = matrix.columns().len();
    out.clear();
    out.resize((end - begin) * width, 0);
    for (index, column) in matrix.columns().iter().enumerate() {
        let cells = out.iter_mut().skip(index).step_by(width);
        match column {
            Column::Numeric(values) => {
                for (cell, &value) in cells.zip(&values[begin..end]) {
                    *cell = rounded(value).to_bits();
                }
            }
            Column::Categorical { codes, .. } => {
                for (cell, &code) in cells.zip(&codes[begin..end]) {
                    *cell = code;
                }
            }
        }
    }
}

/// See [`TreeEnsemble::when_changed`].
#[derive(Debug)]
pub struct WhenChanged<'e> {
    ensemble: &'e TreeEnsemble,
    /// What trees add that read none of the features that change.
    sums: Vec<f64>,
    changing: Vec<usize>,
}

impl WhenChanged<'_> {
    /// What [`TreeEnsemble::predict_proba`] would be, but for rounding, of the same number of rows.
    ///
    /// # Errors
    /// Columns of another number or kind than in training.
    pub fn predict_proba(
        &self,
        matrix: &Matrix<'_>,
        threads: usize,
    ) -> Result<Vec<f64>, TreeError> {
        self.ensemble.check_columns(matrix)?;
        let mut sums = self.sums.clone();
        self.ensemble
            .add_trees(&self.changing, matrix, &mut sums, threads);
        self.ensemble.scale(&mut sums);
        Ok(self.ensemble.link(sums))
    }
}

impl TreeEnsemble {
    /// The raw outputs of each row, `outputs` for each, row by row. What they mean is [`Self::link`].
    ///
    /// Up to `threads` threads are used; their number does not change the result.
    ///
    /// # Errors
    /// Columns of another number or kind than in training.
    pub fn predict_raw(&self, matrix: &Matrix<'_>, threads: usize) -> Result<Vec<f64>, TreeError> {
        self.check_columns(matrix)?;
        let mut raw = vec![0.0; matrix.rows() * self.outputs as usize];
        self.add_trees(&self.all(), matrix, &mut raw, threads);
        self.scale(&mut raw);
        Ok(raw)
    }

    fn all(&self) -> Vec<usize> {
        (0..self.trees.len()).collect()
    }

    /// Predicts for rows that will change in some features only: trees without these are walked once.
    ///
    /// # Errors
    /// Columns of another number or kind than in training.
    pub fn when_changed(
        &self,
        features: &Range<usize>,
        matrix: &Matrix<'_>,
        threads: usize,
    ) -> Result<WhenChanged<'_>, TreeError> {
        self.check_columns(matrix)?;
        let (changing, steady): (Vec<usize>, Vec<usize>) = self
            .all()
            .into_iter()
            .partition(|&tree| self.trees[tree].reads(features));
        let mut sums = vec![0.0; matrix.rows() * self.outputs as usize];
        self.add_trees(&steady, matrix, &mut sums, threads);
        Ok(WhenChanged {
            ensemble: self,
            sums,
            changing,
        })
    }

    /// Adds what the leaves of some trees hold to the sum of each row.
    fn add_trees(&self, trees: &[usize], matrix: &Matrix<'_>, sums: &mut [f64], threads: usize) {
        let outputs = self.outputs as usize;
        let flat = self.flat.of(&self.trees, matrix.rows(), threads);
        let block = self.block(matrix.rows(), threads);
        let jobs = sums.chunks_mut(block * outputs).enumerate().collect();
        for_each_parallel(jobs, threads, |(job, sums): (usize, &mut [f64])| {
            let (mut rows, begin) = (Vec::new(), job * block);
            read_rows(matrix, begin, begin + sums.len() / outputs, &mut rows);
            for &index in trees {
                let flat = flat.and_then(|flat| flat.get(index));
                self.add_tree(&self.trees[index], flat, &rows, sums);
            }
        });
    }

    /// How many rows go through one tree after the other.
    fn block(&self, rows: usize, threads: usize) -> usize {
        if self.trees.iter().all(|tree| tree.nodes.len() <= LARGE) {
            BLOCK
        } else {
            rows.div_ceil(threads.max(1)).clamp(BLOCK, LARGE_BLOCK)
        }
    }

    fn add_tree(&self, tree: &Tree, flat: Option<&FlatTree>, rows: &[u32], sums: &mut [f64]) {
        let (outputs, width) = (self.outputs as usize, self.features.len());
        let (first, count) = tree.span(outputs);
        let rows = rows.chunks(LANES * width);
        for (rows, sums) in rows.zip(sums.chunks_mut(LANES * outputs)) {
            // A last, shorter group is filled up with its first row.
            let mut lanes = [&rows[..width]; LANES];
            for (lane, row) in lanes.iter_mut().zip(rows.chunks_exact(width)) {
                *lane = row;
            }
            let first_values = match flat {
                Some(flat) => flat.first_values(lanes),
                None => lanes.map(|row| tree.first_value(tree.leaf(row))),
            };
            for (from, sums) in first_values.into_iter().zip(sums.chunks_exact_mut(outputs)) {
                let values = &tree.values[from..][..count];
                for (sum, value) in sums[first..first + count].iter_mut().zip(values) {
                    *sum += value;
                }
            }
        }
    }

    /// Turns the sums of the leaves into raw outputs.
    fn scale(&self, sums: &mut [f64]) {
        for row in sums.chunks_exact_mut(self.base.len()) {
            for (sum, base) in row.iter_mut().zip(&self.base) {
                *sum = base + self.scale * *sum;
            }
        }
    }

    /// The probabilities of all classes, row by row; for a regression the predicted numbers.
    ///
    /// # Errors
    /// Columns of another number or kind than in training.
    pub fn predict_proba(
        &self,
        matrix: &Matrix<'_>,
        threads: usize,
    ) -> Result<Vec<f64>, TreeError> {
        Ok(self.link(self.predict_raw(matrix, threads)?))
    }

    /// What [`Self::predict_proba`] would be of the first so many trees alone, for each of these numbers, which ascend.
    /// Each tree is walked once.
    ///
    /// # Errors
    /// Columns of another number or kind than in training.
    pub fn staged_predict_proba(
        &self,
        matrix: &Matrix<'_>,
        stages: &[usize],
        threads: usize,
        mut each: impl FnMut(Vec<f64>),
    ) -> Result<(), TreeError> {
        self.check_columns(matrix)?;
        let mut sums = vec![0.0; matrix.rows() * self.outputs as usize];
        let mut done = 0;
        for &stage in stages {
            let end = stage.clamp(done, self.trees.len());
            let trees: Vec<usize> = (done..end).collect();
            self.add_trees(&trees, matrix, &mut sums, threads);
            done = end;
            let mut raw = sums.clone();
            self.scale(&mut raw);
            each(self.link(raw));
        }
        Ok(())
    }

    /// What raw outputs mean.
    fn link(&self, mut raw: Vec<f64>) -> Vec<f64> {
        let both = |p: f64| [1.0 - p, p];
        match (self.link, self.outputs) {
            (Link::Logistic, _) => raw.into_iter().flat_map(|s| both(sigmoid(s))).collect(),
            (Link::Probability, 1) => raw.into_iter().flat_map(both).collect(),
            (Link::Softmax, outputs) => {
                raw.chunks_exact_mut(outputs as usize).for_each(softmax);
                raw
            }
            (Link::Identity | Link::Probability, _) => raw,
        }
    }

    /// Whether the columns are those of training.
    pub(super) fn check_columns(&self, matrix: &Matrix<'_>) -> Result<(), TreeError> {
        let columns = matrix.columns();
        let wrong = |column, problem| Err(TreeError::WrongColumns { column, problem });
        for (index, (column, kind)) in columns.iter().zip(&self.features).enumerate() {
            match (column, kind) {
                (Column::Numeric(_), FeatureKind::Categorical) => {
                    return wrong(index, "it holds numbers, but was trained on categories");
                }
                (Column::Categorical { .. }, FeatureKind::Numeric) => {
                    return wrong(index, "it holds categories, but was trained on numbers");
                }
                _ => {}
            }
        }
        match columns.len().cmp(&self.features.len()) {
            std::cmp::Ordering::Less => wrong(columns.len(), "it is absent"),
            std::cmp::Ordering::Greater => wrong(self.features.len(), "it was not in training"),
            std::cmp::Ordering::Equal => Ok(()),
        }
    }

    /// Whether all parts fit together, so that nothing can go wrong when predicting. To be called on
    /// models that were read from somewhere.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let outputs = self.outputs as usize;
        let link_fits = match self.link {
            Link::Identity | Link::Logistic => outputs == 1,
            Link::Softmax => outputs > 1,
            Link::Probability => outputs > 0,
        };
        link_fits
            && !self.features.is_empty()
            && self.base.len() == outputs
            && self.scale.is_finite()
            && self.base.iter().all(|value| value.is_finite())
            && self.trees.iter().all(|tree| self.is_tree_sound(tree))
    }

    fn is_tree_sound(&self, tree: &Tree) -> bool {
        let outputs = self.outputs as usize;
        let (first, count) = tree.span(outputs);
        let mut depths = vec![0; tree.nodes.len()];
        let node_fits = |(index, node): (usize, &super::Node)| {
            let feature_fits =
                |feature: u32, kind| self.features.get(feature as usize) == Some(&kind);
            // Each node is the child of one earlier node, and not too deep.
            let links_fit = node.children().is_none_or(|children| {
                children.into_iter().all(|child| {
                    let depth = depths[index] + 1;
                    let fits = child > index && depths.get(child) == Some(&0) && depth <= MAX_DEPTH;
                    if fits {
                        depths[child] = depth;
                    }
                    fits
                })
            });
            let rule_fits = match node.rule {
                Rule::Leaf { first_value } => {
                    (first_value as usize).saturating_add(count) <= tree.values.len()
                }
                Rule::Threshold {
                    feature, threshold, ..
                } => feature_fits(feature, FeatureKind::Numeric) && !threshold.is_nan(),
                Rule::Categories {
                    feature,
                    first_word,
                    words,
                    ..
                } => {
                    let end = (first_word as usize).saturating_add(words as usize);
                    feature_fits(feature, FeatureKind::Categorical) && end <= tree.sets.len()
                }
            };
            links_fit && rule_fits && node.cover > 0.0 && node.cover.is_finite()
        };
        first < outputs
            && !tree.nodes.is_empty()
            && tree.nodes.iter().enumerate().all(node_fits)
            && tree.values.iter().all(|value| value.is_finite())
    }
}
