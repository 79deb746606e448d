//! `stint`: from a CSV to a trained, explained model on the command line. See `stint --help`.

mod analyze;
mod arguments;
mod explain;
mod failure;
mod files;
mod input;
mod output;
mod predict;
mod profile;
mod progress;
mod summary;
mod table;
mod text;
mod train;
mod verdict;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    output::respect_no_color();
    match run(&arguments) {
        Ok(code) => code,
        Err(failure) => failure.report(arguments.json),
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let Arguments {
        command,
        json,
        quiet,
    } = arguments;
    match command {
        Command::Profile { data } => profile::run(data, *json)?,
        Command::Analyze(analyze) => analyze::run(analyze, *json, *quiet)?,
        Command::Train(train) => return train::run(train, *json, *quiet),
        Command::Predict(predict) => predict::run(predict, *json, *quiet)?,
        Command::Explain { model } => explain::run(model, *json)?,
        Command::Completions { shell } => {
            let mut script = Vec::new();
            let mut command = Arguments::command();
            clap_complete::generate(*shell, &mut command, "stint", &mut script);
            output::print_bytes(&script)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
