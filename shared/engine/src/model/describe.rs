//! What a model says about itself.

use serde::Serialize;

use super::Model;
use crate::csv::written_moment;
use crate::prepare::{ColumnEncoder, Encoding, Typical};
use crate::profile::ColumnKind;

/// A column that a model takes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ModelInput<'a> {
    /// Its name.
    pub name: &'a str,
    /// Kind of its values.
    pub kind: ColumnKind,
    /// The words that the model tells apart; for booleans the affirmative one last. Others are accepted.
    pub categories: Vec<&'a str>,
    /// The smallest number of the training part; `None` for other kinds, and in models of old.
    pub min: Option<f64>,
    /// The largest number of the training part.
    pub max: Option<f64>,
    /// The median or the most frequent word of the training part, as it could be in a CSV; `None` in models
    /// of old.
    pub usual: Option<String>,
}

impl Model {
    /// The columns the model takes, in the order of the data set.
    pub fn inputs(&self) -> impl Iterator<Item = ModelInput<'_>> {
        self.content.preparation.columns.iter().map(input)
    }

    /// Columns of the data set that the model does not use. Rows may have them.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        &self.content.ignored
    }

    /// Canonical JSON of the [`crate::TrainSpec`] that the model was made by.
    #[must_use]
    pub fn specification(&self) -> &str {
        &self.content.specification
    }

    /// The engine that made the model.
    #[must_use]
    pub fn engine_version(&self) -> &str {
        &self.content.engine_version
    }

    /// SHA-256 of the CSV that the model was made from, in hex.
    #[must_use]
    pub fn dataset_sha256(&self) -> &str {
        &self.content.dataset_sha256
    }
}

fn input(column: &ColumnEncoder) -> ModelInput<'_> {
    let (kind, categories) = match &column.encoding {
        Encoding::Number { .. } | Encoding::Raw => (ColumnKind::Numeric, Vec::new()),
        Encoding::Moment { .. } | Encoding::RawMoment { .. } => (ColumnKind::Datetime, Vec::new()),
        Encoding::Flag { yes, .. } | Encoding::RawFlag { yes } => {
            let no = match &column.typical {
                Some(Typical::Word { negative, .. }) => negative.as_deref(),
                _ => None,
            };
            let words = no.into_iter().chain([yes.as_str()]);
            (ColumnKind::Boolean, words.collect())
        }
        Encoding::Category { levels, .. }
        | Encoding::Code { levels, .. }
        | Encoding::Target { levels, .. } => {
            let words = levels.iter().map(String::as_str);
            (ColumnKind::Categorical, words.collect())
        }
    };
    let (range, usual) = match (kind, &column.typical) {
        (ColumnKind::Datetime, Some(Typical::Range { median, .. })) => {
            (None, Some(written_moment(*median)))
        }
        (_, Some(Typical::Range { min, max, median })) => {
            (Some((*min, *max)), Some(median.to_string()))
        }
        (_, Some(Typical::Word { usual, .. })) => (None, Some(usual.clone())),
        (_, None) => (None, None),
    };
    ModelInput {
        name: &column.name,
        kind,
        categories,
        min: range.map(|(min, _)| min),
        max: range.map(|(_, max)| max),
        usual,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_column_is_described() {
        let model = Model {
            content: super::super::tests::content(),
        };
        let inputs: Vec<ModelInput<'_>> = model.inputs().collect();
        let kinds: Vec<_> = inputs
            .iter()
            .map(|input| (input.name, input.kind))
            .collect();
        assert_eq!(
            kinds,
            [
                ("age", ColumnKind::Numeric),
                ("city", ColumnKind::Categorical),
                ("when", ColumnKind::Datetime),
                ("flag", ColumnKind::Boolean),
            ]
        );
        assert_eq!(inputs[1].categories, ["a", "b", "c"]);
        assert_eq!(inputs[3].categories, ["no", "yes"]);
        assert_eq!((inputs[0].min, inputs[0].max), (Some(1.0), Some(9.0)));
        let usual: Vec<_> = inputs.iter().map(|input| input.usual.as_deref()).collect();
        assert_eq!(
            usual,
            [Some("5"), Some("a"), Some("2024-06-03"), Some("no")]
        );
        assert_eq!(model.ignored(), ["id"]);
    }
}
