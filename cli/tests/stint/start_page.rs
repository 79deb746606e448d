//! What the start page of the web page shows is what these commands say.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::{example, folder, stint};

/// Where the page has it.
const SHOWN: &str = "../frontend/src/features/home/example.json";

#[test]
#[expect(clippy::disallowed_methods, reason = "the way to accept a change")]
fn the_start_page_shows_what_the_commands_say() {
    let runs = json!({
        "search": run("start-page-search", &["--model", "auto"]),
        "threshold": run(
            "start-page-threshold",
            &["--model", "logistic", "--include", "bill_length_mm,bill_depth_mm"],
        ),
    });
    let current = serde_json::to_string_pretty(&runs).expect("JSON") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SHOWN);
    if std::env::var_os("UPDATE_EXAMPLE").is_some() {
        fs::write(&path, &current).expect("the file can be written");
    }
    let shown = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        shown == current,
        "the engine says something else than the start page: if that is meant, run \
         `UPDATE_EXAMPLE=1 cargo test -p stint-cli --test stint start_page` and look at the page"
    );
}

/// Which penguins are male, as a command with these arguments finds out; what the page needs of it.
fn run(name: &str, arguments: &[&str]) -> Value {
    let penguins = example("penguins.csv");
    let here = folder(name);
    let all = [
        &["train", &penguins, "--target", "sex", "--json", "--quiet"],
        arguments,
    ]
    .concat();
    let answer = stint(&here, &all).json();
    let report = &answer["report"];
    let scores = &report["metrics"];
    let trials = report["search"]["leaderboard"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    json!({
        "command": format!("stint train examples/penguins.csv --target sex {}", arguments.join(" ")),
        "run_key": answer["run_key"],
        "model_bytes": fs::metadata(here.join("stint-model/model.stint")).expect("a model").len(),
        "model_type": report["model_type"],
        "n_samples": report["n_samples"],
        "n_train": report["n_train"],
        "n_test": report["n_test"],
        "labels": report["labels"],
        "accuracy": scores["accuracy"],
        "baseline": report["baseline"]["accuracy"],
        "interval": report["interval"],
        "verdict": report["verdict"],
        "roc": scores["roc_curve"][0],
        "counts": scores["confusion_matrix"]["counts"],
        "importance": report["importance"],
        "trials": trials.iter().map(trial).collect::<Vec<_>>(),
    })
}

/// A configuration of a search and its mean score.
fn trial(trial: &Value) -> Value {
    json!({
        "number": trial["number"],
        "model_type": trial["model_type"],
        "mean": trial["mean"],
        "state": trial["state"],
    })
}
