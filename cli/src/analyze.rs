//! `stint analyze`: how the columns of a CSV hang together, what is odd, and what has shifted.

use std::ops::ControlFlow;

use console::style;
use stint_engine::{
    Analysis, AnalysisError, AssociationMeasure, ColumnDrift, Correlations, CsvRules, Drift,
    DriftLevel, TargetAnalysis, analyze_csv,
};

use crate::arguments::Analyze;
use crate::failure::Failure;
use crate::input::{Input, is_standard};
use crate::progress::Reporter;
use crate::table::{Table, numbers, words};
use crate::{output, summary, text};

/// Entries of a list that are shown; `--json` has all.
const MOST: usize = 15;

/// Pairs of columns that hang together less are not shown.
const WORTH_SHOWING: f64 = 0.3;

pub(crate) fn run(arguments: &Analyze, json: bool, quiet: bool) -> Result<(), Failure> {
    let compare = arguments.compare.as_deref();
    if is_standard(&arguments.data) && compare.is_some_and(is_standard) {
        return Err(Failure::usage(
            "both files cannot be standard input; give one of them as a file",
        ));
    }
    let input = Input::read(&arguments.data)?;
    let other = compare.map(Input::read).transpose()?;
    let mut reporter = Reporter::new(quiet);
    let analysis = analyze_csv(
        &input.bytes,
        &CsvRules::default(),
        arguments.target.as_deref(),
        other.as_ref().map(|other| other.bytes.as_slice()),
        &mut |step| {
            reporter.tell(&step);
            ControlFlow::Continue(())
        },
    );
    reporter.finish();
    let analysis = analysis.map_err(|error| failure(&input, other.as_ref(), error))?;
    if json {
        return output::print_json(&analysis);
    }
    output::print(&page(&input.name, &analysis, output::width()))
}

fn failure(input: &Input, other: Option<&Input>, error: AnalysisError) -> Failure {
    match (error, other) {
        (AnalysisError::Csv(error), _) => Failure::csv(&input.name, error),
        (AnalysisError::Compared(error), Some(other)) => Failure::csv(&other.name, error),
        (AnalysisError::Target(rejection), _) => Failure::argument("--target", rejection.detail),
        (error, _) => Failure::bad_input(&input.name, error.to_string()),
    }
}

fn page(name: &str, analysis: &Analysis, width: Option<usize>) -> String {
    let mut page = format!(
        "{}: {}, {}; {} of the rows repeat an earlier one\n",
        style(text::visible(name)).bold(),
        text::count(analysis.rows, "row"),
        text::count(analysis.columns, "column"),
        analysis.duplicates.rows
    );
    if let Some(target) = &analysis.target {
        page.push_str(&target_part(target, width));
    }
    page.push_str(&correlations_part(&analysis.correlations, width));
    if let Some(drift) = &analysis.drift {
        page.push_str(&drift_part(drift, width));
    }
    page.push_str(&summary::warnings(analysis.warnings.iter()));
    page
}

fn target_part(target: &TargetAnalysis, width: Option<usize>) -> String {
    let mut table = Table::new([
        words("column"),
        words("measure"),
        numbers("strength"),
        numbers("information"),
        numbers("rows"),
    ]);
    for entry in target.associations.iter().take(MOST) {
        table.push([
            entry.column.clone(),
            measure(entry.measure).to_owned(),
            known(entry.value),
            known(entry.information),
            entry.rows.to_string(),
        ]);
    }
    let title = format!("What tells {}", text::visible(&target.column));
    let more = more(target.associations.len());
    format!("\n{}\n{}{more}", style(title).bold(), table.render(width))
}

fn correlations_part(correlations: &Correlations, width: Option<usize>) -> String {
    let strength = |value: Option<f64>| value.map_or(0.0, f64::abs);
    let mut pairs: Vec<_> = correlations.pairs.iter().collect();
    pairs.retain(|pair| strength(pair.value) >= WORTH_SHOWING);
    pairs.sort_by(|a, b| strength(b.value).total_cmp(&strength(a.value)));
    let title = style("What hangs together").bold();
    if pairs.is_empty() {
        return format!("\n{title}\n  no two columns by {WORTH_SHOWING} or more\n");
    }
    let mut table = Table::new([
        words("column"),
        words("with"),
        words("measure"),
        numbers("strength"),
    ]);
    for pair in pairs.iter().take(MOST) {
        table.push([
            pair.first.clone(),
            pair.second.clone(),
            measure(pair.measure).to_owned(),
            known(pair.value),
        ]);
    }
    format!("\n{title}\n{}{}", table.render(width), more(pairs.len()))
}

fn drift_part(drift: &Drift, width: Option<usize>) -> String {
    let mut table = Table::new([
        words("column"),
        words("reading"),
        numbers("PSI"),
        numbers("distance"),
        words("there → here"),
    ]);
    for column in drift.columns.iter().take(MOST) {
        table.push([
            column.column.clone(),
            level(column.level).to_owned(),
            format!("{:.3}", column.psi),
            distance(column),
            sides(column),
        ]);
    }
    let title = format!(
        "Against the other file ({})",
        text::count(drift.reference_rows, "row")
    );
    let mut part = format!("\n{}\n{}", style(title).bold(), table.render(width));
    part.push_str(&more(drift.columns.len()));
    for (what, names) in [("added", &drift.added), ("removed", &drift.removed)] {
        if !names.is_empty() {
            let names = text::list(names.iter().map(String::as_str), MOST);
            part.push_str(&format!("  {what}: {names}\n"));
        }
    }
    for change in &drift.kind_changed {
        let (from, to) = (change.reference.name(), change.current.name());
        let name = text::visible(&change.column);
        part.push_str(&format!("  {name}: was {from}, is {to}\n"));
    }
    part
}

/// The Kolmogorov–Smirnov statistic or the total variation distance.
fn distance(column: &ColumnDrift) -> String {
    let numeric = column.numeric.as_ref().map(|drift| drift.ks_statistic);
    let categorical = column
        .categorical
        .as_ref()
        .map(|drift| drift.total_variation);
    known(numeric.or(categorical))
}

fn sides(column: &ColumnDrift) -> String {
    let side = |side: &stint_engine::TableSide| match (side.mean, &side.most_frequent) {
        (Some(mean), _) => text::value(mean),
        (None, Some(word)) => word.clone(),
        (None, None) => "nothing".to_owned(),
    };
    format!("{} → {}", side(&column.reference), side(&column.current))
}

fn more(entries: usize) -> String {
    match entries.saturating_sub(MOST) {
        0 => String::new(),
        more => format!("  … {more} more; --json has all\n"),
    }
}

fn known(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"))
}

const fn measure(measure: AssociationMeasure) -> &'static str {
    match measure {
        AssociationMeasure::Pearson => "correlation",
        AssociationMeasure::CramersV => "Cramér's V",
        AssociationMeasure::CorrelationRatio => "correlation ratio",
    }
}

const fn level(level: DriftLevel) -> &'static str {
    match level {
        DriftLevel::Stable => "stable",
        DriftLevel::Shifted => "shifted",
        DriftLevel::MuchShifted => "much shifted",
    }
}
