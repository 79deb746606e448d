//! What a model says about itself.

use serde::Serialize;

use super::Model;
use crate::prepare::Encoding;
use crate::profile::ColumnKind;

/// A column that a model takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ModelInput<'a> {
    /// Its name.
    pub name: &'a str,
    /// Kind of its values.
    pub kind: ColumnKind,
    /// The words that the model tells apart; for booleans the affirmative one. Others are accepted.
    pub categories: &'a [String],
}

impl Model {
    /// The columns the model takes, in the order of the data set.
    pub fn inputs(&self) -> impl Iterator<Item = ModelInput<'_>> {
        let columns = &self.content.preparation.columns;
        columns.iter().map(|column| {
            let (kind, categories) = match &column.encoding {
                Encoding::Number { .. } | Encoding::Raw => (ColumnKind::Numeric, &[][..]),
                Encoding::Moment { .. } | Encoding::RawMoment { .. } => {
                    (ColumnKind::Datetime, &[][..])
                }
                Encoding::Flag { yes, .. } | Encoding::RawFlag { yes } => {
                    (ColumnKind::Boolean, std::slice::from_ref(yes))
                }
                Encoding::Category { levels, .. }
                | Encoding::Code { levels, .. }
                | Encoding::Target { levels, .. } => (ColumnKind::Categorical, levels.as_slice()),
            };
            ModelInput {
                name: &column.name,
                kind,
                categories,
            }
        })
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
        assert_eq!(inputs[3].categories, ["yes"]);
        assert_eq!(model.ignored(), ["id"]);
    }
}
