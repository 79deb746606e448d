//! The arguments of `stint`. What is written here is its manual.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use serde_json::Value;
use stint_engine::{Metric, Mode, ModelType, Task};

/// From a CSV to a trained, explained model. No server, no network.
///
/// `stint` reads a CSV, finds out what its columns hold, trains a model to predict
/// one of them, and measures it beside a baseline on rows that the model has not
/// seen. The same file, arguments and version give the same model, byte for byte.
#[derive(Debug, Parser)]
#[command(verbatim_doc_comment, name = "stint", version, after_long_help = AFTER_HELP, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Print JSON, errors too
    #[arg(long, global = true, display_order = 900)]
    pub(crate) json: bool,

    /// No progress and no warnings on standard error
    #[arg(short, long, global = true, display_order = 901)]
    pub(crate) quiet: bool,
}

const AFTER_HELP: &str = "\
Examples:
  stint profile penguins.csv
  stint analyze penguins.csv --target species
  stint train penguins.csv --target species --out penguins-model
  stint predict penguins-model/model.stint new.csv --out predicted.csv
  stint explain penguins-model
  cat penguins.csv | stint train - --json | jq .verdict

Files:
  A file called - is standard input or output. A CSV is UTF-8 with a header row;
  the delimiter , ; tab or | is detected. Empty, na, nan, none and null cells are
  missing values.

Exit codes:
  0  done
  1  a file could not be read or written, or the fit broke down
  2  the arguments are wrong
  3  the data or the model file are wrong; the message says what and where
  4  the model asked for could not be fitted, so the baseline was written instead

Environment:
  NO_COLOR  when set, nothing is coloured; nothing is outside a terminal either";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Describe the columns of a CSV: types, missing values, ranges, what is odd
    #[command(after_long_help = "\
Examples:
  stint profile data.csv
  stint profile data.csv --json | jq '.columns[] | {name, kind, missing}'")]
    Profile {
        /// CSV file, or - for standard input
        data: PathBuf,
    },

    /// Say how columns hang together, what is odd, and what has shifted since another version
    #[command(after_long_help = "\
Two columns are measured by their kinds: correlation (Pearson) for numbers, Cramér's V
for categories, correlation ratio for both; the last two are corrected for chance.
`information` is the share of the target's entropy that a column takes away, whatever
the shape of the relation. PSI is the population stability index: below 0.1 stable, from
0.25 much shifted; beside it the Kolmogorov-Smirnov statistic for numbers, the total
variation distance for words.

Examples:
  stint analyze data.csv
  stint analyze data.csv --target price
  stint analyze august.csv --compare july.csv
  stint analyze data.csv --json | jq '.correlations.pairs | sort_by(.value) | last'")]
    Analyze(Analyze),

    /// Train a model, measure it beside the baseline, and write it to a folder
    #[command(after_long_help = "\
Written to the folder: model.stint, model.onnx (for other programs, with all
preprocessing inside), card.md, report.json; what was there under these names is
replaced.

Examples:
  stint train data.csv
  stint train data.csv --model auto
  stint train data.csv --target price --exclude id --metric mae
  stint train data.csv --model logistic --param C=0.1 --seed 7 --out model-7
  stint train data.csv --mode light --json | jq .report.metrics")]
    Train(Train),

    /// Predict for the rows of a CSV
    #[command(after_long_help = "\
Prints a CSV with a column `predicted_<target>` and, for a classifier, one column
`probability_<class>` per class. Columns the model was trained on may be absent or
empty, and categories may be new to it; other columns are refused, so that a
misspelt name is noticed. Text that a spreadsheet would take for a formula
(= + - @ in front) gets a ' before it; --json gives text unchanged.

Examples:
  stint predict model.stint rows.csv
  stint predict model.stint rows.csv --with-input --out predicted.csv
  cat rows.csv | stint predict model.stint - --json | jq '.predictions[0]'")]
    Predict(Predict),

    /// Say what a model is, what it takes and what it relies on
    #[command(after_long_help = "\
Scores and importances come from the report.json beside the model, when it is
the report of this model.

Examples:
  stint explain model.stint
  stint explain model.stint --json | jq .inputs")]
    Explain {
        /// Model file, a folder with model.stint, or - for standard input
        model: PathBuf,
    },

    /// Print a completion script for a shell
    #[command(after_long_help = "\
Examples:
  stint completions bash > ~/.local/share/bash-completion/completions/stint
  stint completions zsh > \"${fpath[1]}/_stint\"
  stint completions fish > ~/.config/fish/completions/stint.fish")]
    Completions {
        /// The shell
        shell: Shell,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Analyze {
    /// CSV file, or - for standard input
    pub(crate) data: PathBuf,

    /// Column to measure the others against
    #[arg(long, value_name = "COLUMN")]
    pub(crate) target: Option<String>,

    /// Another version of the file, or the file a model was trained on: what has shifted since
    #[arg(long, value_name = "FILE")]
    pub(crate) compare: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Train {
    /// CSV file, or - for standard input
    pub(crate) data: PathBuf,

    /// Column to predict [default: target, label or y, else the last]
    #[arg(long, value_name = "COLUMN")]
    pub(crate) target: Option<String>,

    /// Family of models, or auto to search for the best [default: logistic for classes, ridge for numbers]
    #[arg(long, value_name = "NAME", value_parser = models())]
    pub(crate) model: Option<String>,

    /// What predicting it is [default: regression for a number with more than 20 values]
    #[arg(long, value_parser = tasks())]
    pub(crate) task: Option<Task>,

    /// light: the baseline only; heavy: everything [default: heavy]
    #[arg(long, value_parser = modes())]
    pub(crate) mode: Option<Mode>,

    /// Hyperparameter of the family, named as in scikit-learn; may be repeated
    #[arg(long, value_name = "NAME=VALUE", value_parser = parameter)]
    pub(crate) param: Vec<(String, Value)>,

    /// Score that matters most [default: accuracy or r2]
    #[arg(long, value_name = "NAME", value_parser = metrics())]
    pub(crate) metric: Option<Metric>,

    /// Use only these columns; separated by commas or repeated
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) include: Vec<String>,

    /// Do not use these columns; separated by commas or repeated
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) exclude: Vec<String>,

    /// Share of the rows held back to measure on, 0.05 to 0.5 [default: 0.25]
    #[arg(long, value_name = "SHARE")]
    pub(crate) test_fraction: Option<f64>,

    /// Parts of the cross-validation, 2 to 20 [default: 5]
    #[arg(long, value_name = "COUNT")]
    pub(crate) folds: Option<u32>,

    /// Seed of every random choice [default: 42]
    #[arg(long)]
    pub(crate) seed: Option<u64>,

    /// Folder to write to; made when it does not exist
    #[arg(long, value_name = "FOLDER", default_value = "stint-model")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Predict {
    /// Model file, a folder with model.stint, or - for standard input
    pub(crate) model: PathBuf,

    /// CSV file with rows to predict for, or - for standard input
    pub(crate) rows: PathBuf,

    /// File to write to
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub(crate) out: PathBuf,

    /// Repeat the columns of the rows before the predictions
    #[arg(long, conflicts_with = "json")]
    pub(crate) with_input: bool,

    /// Accept columns that the model does not know
    #[arg(long)]
    pub(crate) ignore_unknown: bool,
}

fn models() -> PossibleValuesParser {
    PossibleValuesParser::new(ModelType::ALL.map(ModelType::name))
}

fn tasks() -> impl TypedValueParser<Value = Task> {
    PossibleValuesParser::new(["classification", "regression"]).map(|name| {
        if name == "regression" {
            Task::Regression
        } else {
            Task::Classification
        }
    })
}

fn modes() -> impl TypedValueParser<Value = Mode> {
    PossibleValuesParser::new(["light", "heavy"]).map(|name| {
        if name == "light" {
            Mode::Light
        } else {
            Mode::Heavy
        }
    })
}

fn metrics() -> impl TypedValueParser<Value = Metric> {
    PossibleValuesParser::new(Metric::ALL.map(Metric::name)).try_map(|name| {
        let metric = Metric::ALL.into_iter().find(|metric| metric.name() == name);
        metric.ok_or("not a metric")
    })
}

/// `name=value`. A value is a number, `true`, `false` or any other JSON, else text.
fn parameter(text: &str) -> Result<(String, Value), String> {
    let (name, value) = text
        .split_once('=')
        .filter(|(name, _)| !name.is_empty())
        .ok_or_else(|| "write it as name=value, such as C=0.1".to_owned())?;
    let parsed = serde_json::from_str(value).unwrap_or_else(|_| Value::String(value.to_owned()));
    Ok((name.to_owned(), parsed))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use serde_json::json;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn parameters_are_typed() {
        assert_eq!(parameter("C=0.1"), Ok(("C".into(), json!(0.1))));
        assert_eq!(parameter("x=true"), Ok(("x".into(), json!(true))));
        assert_eq!(parameter("x=a=b"), Ok(("x".into(), json!("a=b"))));
        assert!(parameter("=1").is_err());
        assert!(parameter("C").is_err());
    }
}
