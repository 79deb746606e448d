//! `stint profile`: what is in a CSV.

use std::fmt::Write;
use std::path::Path;

use console::style;
use stint_engine::{ColumnKind, ColumnProfile, CsvRules, Profile, profile_csv};

use crate::failure::Failure;
use crate::input::Input;
use crate::table::{Table, numbers, words};
use crate::{output, text};

/// Values of a column of words that are shown.
const TOP_VALUES: usize = 3;

/// Width of a shown word.
const WORD_WIDTH: usize = 24;

pub(crate) fn run(data: &Path, json: bool) -> Result<(), Failure> {
    let input = Input::read(data)?;
    let profile = profile_csv(&input.bytes, &CsvRules::default())
        .map_err(|error| Failure::csv(&input.name, error))?;
    if json {
        output::print_json(&profile)
    } else {
        output::print(&describe(&input.name, &profile, output::width()))
    }
}

fn describe(name: &str, profile: &Profile, width: Option<usize>) -> String {
    let mut page = format!(
        "{}: {}, {}, {:.1} % of the cells empty\n\n",
        style(text::visible(name)).bold(),
        text::count(profile.rows, "row"),
        text::count(profile.columns.len(), "column"),
        100.0 * profile.empty_ratio
    );
    let mut table = Table::new([
        words("column"),
        words("type"),
        numbers("missing"),
        numbers("unique"),
        words("values"),
    ]);
    for column in &profile.columns {
        table.push([
            column.name.clone(),
            column.kind.name().to_owned(),
            column.missing.to_string(),
            column.unique.to_string(),
            values(column),
        ]);
    }
    page.push_str(&table.render(width));

    let columns = profile.columns.iter().flat_map(|column| &column.warnings);
    let warnings = profile.warnings.iter().chain(columns);
    page.push_str(&crate::summary::warnings(warnings));
    let (title, target) = match &profile.target_suggestion {
        Some(target) => (
            "\nTo predict: ",
            format!(
                "{} ({}), because {}",
                style(text::visible(&target.column)).bold(),
                target.task.name(),
                text::visible(&target.reason)
            ),
        ),
        None => (
            "\n",
            "No column suggests itself to be predicted; choose one with --target".to_owned(),
        ),
    };
    writeln!(page, "{title}{target}").expect("writing to a string cannot fail");
    page
}

/// The range of numbers or the most frequent words; nothing where each row has its own.
fn values(column: &ColumnProfile) -> String {
    if matches!(column.kind, ColumnKind::Id | ColumnKind::Text) {
        return String::new();
    }
    if let Some(numbers) = &column.numeric {
        return format!(
            "{} … {}, median {}",
            text::value(numbers.min),
            text::value(numbers.max),
            text::value(numbers.quantiles.p50)
        );
    }
    let mut shown: Vec<String> = column
        .top_values
        .iter()
        .take(TOP_VALUES)
        .map(|top| format!("{} ({})", text::shorten(&top.value, WORD_WIDTH), top.count))
        .collect();
    if !shown.is_empty() && column.unique > shown.len() {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}
