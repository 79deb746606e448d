//! Words as operators: a dictionary from words to the rows of a table of their encodings.

use super::OnnxError;
use super::features::{CODE_OFFSET, Features, Source, look_up};
use super::graph::{Graph, integer, integers, strings};
use super::proto::Type;
use crate::csv::MISSING_WORDS;
use crate::prepare::{Cell, Encoding};

/// Cells are trimmed, so no level is a blank.
const UNKNOWN: &str = " ";

/// Longest word of which every spelling in capitals and small letters is listed.
const MAX_SPELLED: usize = 8;

/// Encodes flags and categories.
pub(super) fn words(
    graph: &mut Graph,
    sources: &[Source<'_>],
    features: &mut Features,
) -> Result<(), OnnxError> {
    let mut parts = Vec::new();
    let mut order = Vec::new();
    for source in sources {
        let levels = match &source.encoder.encoding {
            Encoding::Flag { yes, .. } | Encoding::RawFlag { yes } => spellings(yes)?,
            Encoding::Category { levels, .. }
            | Encoding::Code { levels, .. }
            | Encoding::Target { levels, .. } => levels.clone(),
            Encoding::Number { .. }
            | Encoding::Moment { .. }
            | Encoding::Raw
            | Encoding::RawMoment { .. } => continue,
        };
        if let Encoding::RawFlag { .. } | Encoding::Code { .. } = source.encoder.encoding {
            // One more than the levels: the code of other words.
            features.codes = features.codes.max(levels.len() as u32 + 1);
            let part = encode(graph, source, levels, Coding::Native)?;
            features.push(part, [source.offset]);
            continue;
        }
        let places = source.offset..source.offset + source.encoder.width();
        if let Encoding::Target { .. } = source.encoder.encoding {
            let part = encode(graph, source, levels, Coding::Native)?;
            features.push(part, places);
            continue;
        }
        parts.push(encode(graph, source, levels, Coding::Dense)?);
        order.extend(places);
    }
    if !parts.is_empty() {
        let encoded = graph.concat(&parts);
        let encoded = graph.cast(&encoded, Type::Double);
        features.push(encoded, order);
    }
    Ok(())
}

/// What the table of a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Coding {
    /// 0 and 1.
    Dense,
    /// Codes, or 0 and 1, or other numbers; NaN for empty cells of trees.
    Native,
}

/// The words of one column, looked up.
fn encode(
    graph: &mut Graph,
    source: &Source<'_>,
    levels: Vec<String>,
    coding: Coding,
) -> Result<String, OnnxError> {
    // Rows of the table: each level, then empty cells, then unknown words.
    let cells = levels
        .iter()
        .map(|level| Cell::Word(level))
        .chain([Cell::Missing, Cell::Word(UNKNOWN)]);
    let mut table = Vec::new();
    let mut row = vec![0.0; source.encoder.width()];
    for cell in cells {
        source.encoder.encode(cell, &mut row);
        table.extend_from_slice(&row);
    }
    let (empty, unknown) = (levels.len() as i64, levels.len() as i64 + 1);
    let shape = [levels.len() + 2, row.len()];
    let table = match coding {
        Coding::Dense => graph.bytes(&shape, table.iter().map(|&value| value as u8).collect()),
        Coding::Native => {
            if let Encoding::Code { .. } = source.encoder.encoding {
                table.iter_mut().for_each(|code| *code += CODE_OFFSET);
            }
            graph.doubles(&shape, &table)
        }
    };

    let mut indices: Vec<i64> = (0..empty).collect();
    let mut keys = levels;
    keys.push(String::new());
    for word in MISSING_WORDS {
        keys.extend(spellings(word)?);
    }
    indices.resize(keys.len(), empty);
    let attributes = vec![
        strings("keys_strings", &keys),
        integers("values_int64s", indices),
        integer("default_int64", unknown),
    ];
    let index = graph.apply("LabelEncoder", &[source.input], attributes);
    Ok(look_up(graph, &table, &index))
}

/// Every spelling of a word in capitals and small letters.
fn spellings(word: &str) -> Result<Vec<String>, OnnxError> {
    if word.len() > MAX_SPELLED {
        return Err(OnnxError::LongWord(word.to_owned()));
    }
    let mut spellings = vec![String::new()];
    for letter in word.chars() {
        let (small, capital) = (letter.to_ascii_lowercase(), letter.to_ascii_uppercase());
        let other = (small != capital).then_some(capital);
        spellings = [Some(small), other]
            .into_iter()
            .flatten()
            .flat_map(|letter| {
                spellings
                    .iter()
                    .map(move |start| format!("{start}{letter}"))
            })
            .collect();
    }
    Ok(spellings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_listed_once() {
        assert_eq!(
            spellings("no"),
            Ok(["no", "No", "nO", "NO"].map(String::from).to_vec())
        );
        assert_eq!(spellings("1"), Ok(vec!["1".to_owned()]));
        assert!(spellings("affirmative").is_err());
    }
}
