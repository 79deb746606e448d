//! Which columns of a file the model takes.

use std::collections::BTreeSet;

use stint_engine::Model;

use crate::text;

/// Columns named in a message.
const MAX_NAMED: usize = 10;

/// Which columns of a file the model takes.
pub(super) struct Columns {
    /// Position and name of each.
    pub(super) used: Vec<(usize, String)>,
    absent: Vec<String>,
    unknown: Vec<String>,
}

impl Columns {
    /// Finds the model's columns among the names of a header.
    pub(super) fn match_up(
        model: &Model,
        names: &[String],
        ignore_unknown: bool,
    ) -> Result<Self, String> {
        let features: BTreeSet<&str> = model.features().collect();
        let known = |name: &String| {
            features.contains(name.as_str())
                || *name == model.target()
                || model.ignored().contains(name)
        };
        let unknown: Vec<String> = names.iter().filter(|name| !known(name)).cloned().collect();
        let absent: Vec<String> = features
            .iter()
            .filter(|feature| !names.iter().any(|name| name == *feature))
            .map(|&feature| feature.to_owned())
            .collect();
        if !features.is_empty() && absent.len() == features.len() {
            return Err(format!(
                "it has none of the columns that the model takes: {}",
                list(&absent)
            ));
        }
        if !unknown.is_empty() && !ignore_unknown {
            let absent = if absent.is_empty() {
                String::new()
            } else {
                format!("; it takes {}, which the file does not have", list(&absent))
            };
            return Err(format!(
                "the model does not know {}{absent}; rename or remove the columns, or use \
                 --ignore-unknown",
                list(&unknown)
            ));
        }
        let used = names
            .iter()
            .enumerate()
            .filter(|(_, name)| features.contains(name.as_str()))
            .map(|(index, name)| (index, name.clone()))
            .collect();
        Ok(Self {
            used,
            absent,
            unknown,
        })
    }

    /// What a user should know about the columns.
    pub(super) fn warnings(&self) -> impl Iterator<Item = String> {
        let absent = (!self.absent.is_empty()).then(|| {
            let names = list(&self.absent);
            format!("absent columns count as missing in every row: {names}")
        });
        let unknown = (!self.unknown.is_empty()).then(|| {
            format!(
                "columns that the model does not know are ignored: {}",
                list(&self.unknown)
            )
        });
        absent.into_iter().chain(unknown)
    }
}

fn list(names: &[String]) -> String {
    text::list(names.iter().map(String::as_str), MAX_NAMED)
}
