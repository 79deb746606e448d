//! What people do with `stint`, on real data.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use crate::support::{done, example, folder, stint, stint_with};

#[test]
fn from_a_csv_to_predictions() {
    let here = folder("journey");
    let penguins = example("penguins.csv");

    let profile = done(&here, &["profile", &penguins]);
    assert!(profile.contains("344 rows, 8 columns"), "{profile}");
    assert!(
        profile.contains("To predict: target (classification)"),
        "{profile}"
    );
    assert!(!profile.contains('\u{1b}'), "colours outside a terminal");

    let page = done(
        &here,
        &["train", &penguins, "--model", "logistic", "--out", "model"],
    );
    assert!(
        page.contains("Verdict: logistic beats the baseline in accuracy beyond noise ("),
        "{page}"
    );
    assert!(
        page.contains("trained on 258 rows and 7 columns, measured on 86 rows"),
        "{page}"
    );
    assert!(page.contains("95 % interval"), "{page}");
    for name in ["model.stint", "model.onnx", "card.md", "report.json"] {
        assert!(here.join("model").join(name).is_file(), "{name}");
        assert!(page.contains(name), "{page}");
    }

    let csv = done(&here, &["predict", "model/model.stint", &penguins]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[0],
        "predicted_target,probability_Adelie,probability_Chinstrap,probability_Gentoo"
    );
    assert_eq!(lines.len(), 345);
    let truth = fs::read_to_string(&penguins).expect("there");
    let species = |line: &str| line.rsplit(',').next().map(str::to_owned);
    let right = truth
        .lines()
        .zip(&lines)
        .skip(1)
        .filter(|(row, answer)| species(row).as_deref() == answer.split(',').next());
    assert!(right.count() > 335);

    let explained = done(&here, &["explain", "model"]);
    assert!(explained.contains("bill_length_mm"), "{explained}");
    assert!(
        explained.contains("Biscoe, Dream, Torgersen"),
        "{explained}"
    );
    assert!(explained.contains("What it relies on"), "{explained}");
}

#[test]
fn a_search_shows_what_it_tried() {
    let here = folder("auto");
    let arguments = ["train", &example("iris.csv"), "--model", "auto"];
    let page = done(
        &here,
        &[&arguments[..], &["--param", "n_candidates=6"]].concat(),
    );
    assert!(page.contains("6 configurations tried: accuracy"), "{page}");
    assert!(page.contains("  won"), "{page}");
    let report = stint(&here, &["explain", "stint-model", "--json"]).json();
    let leaderboard = &report["report"]["search"]["leaderboard"];
    assert_eq!(leaderboard[0]["state"], "won");
    assert_eq!(leaderboard[0]["model_type"], report["model_type"]);
}

#[test]
fn a_number_is_predicted_as_a_number() {
    let here = folder("regression");
    let diabetes = example("diabetes.csv");
    let page = done(
        &here,
        &[
            "train",
            &diabetes,
            "--model",
            "ridge",
            "--param",
            "alpha=0.5",
        ],
    );
    assert!(page.contains("predicts the number target"), "{page}");
    let report = fs::read_to_string(here.join("stint-model/report.json")).expect("written");
    assert!(report.contains("\"alpha\": 0.5"), "{report}");
    let csv = done(
        &here,
        &["predict", "stint-model", &diabetes, "--with-input"],
    );
    let mut lines = csv.lines();
    assert_eq!(
        lines.next(),
        Some("age,sex,bmi,bp,s1,s2,s3,s4,s5,s6,target,predicted_target")
    );
    let prediction: f64 = lines
        .next()
        .and_then(|line| line.rsplit(',').next())
        .and_then(|cell| cell.parse().ok())
        .expect("a number");
    assert!((100.0..300.0).contains(&prediction), "{prediction}");
}

#[test]
fn standard_input_and_output_are_files_called_dash() {
    let here = folder("dash");
    let csv = fs::read(example("iris.csv")).expect("there");
    let profile = stint_with(&here, &["profile", "-", "--json"], &csv);
    assert_eq!(profile.json()["rows"], 150);

    let trained = stint_with(&here, &["train", "-", "--json", "--out", "m"], &csv);
    assert_eq!(trained.code, 0, "{}", trained.err);
    let model = fs::read(here.join("m/model.stint")).expect("written");
    let rows = stint_with(&here, &["predict", "m", "-", "--out", "-"], &csv);
    assert_eq!(rows.out.lines().count(), 151);
    fs::write(here.join("iris.csv"), csv).expect("written");
    let other = stint_with(&here, &["predict", "-", "iris.csv"], &model);
    assert_eq!(other.out, rows.out);
    let both = stint_with(&here, &["predict", "-", "-"], &model);
    assert_eq!(both.code, 2);
}

#[test]
fn machines_get_json() {
    let here = folder("json");
    let wine = example("wine.csv");
    let trained = stint(&here, &["train", &wine, "--json", "--quiet"]);
    assert_eq!((trained.code, trained.err.as_str()), (0, ""));
    let answer = trained.json();
    assert_eq!(answer["verdict"]["better_than_baseline"], true);
    assert_eq!(answer["report"]["labels"][0], "class_0");
    assert_eq!(answer["run_key"].as_str().map(str::len), Some(64));
    for path in answer["files"].as_object().expect("an object").values() {
        assert!(
            here.join(path.as_str().expect("a path")).is_file(),
            "{path}"
        );
    }

    let explained = stint(&here, &["explain", "stint-model", "--json"]).json();
    assert_eq!(explained["inputs"].as_array().map(Vec::len), Some(13));
    assert_eq!(explained["report"], answer["report"]);
    assert_eq!(explained["parameters"], answer["report"]["parameters"]);

    let predicted = stint(&here, &["predict", "stint-model", &wine, "--json"]).json();
    let predictions = predicted["predictions"].as_array().expect("a list");
    assert_eq!(predictions.len(), 178);
    assert_eq!(predictions[0]["label"], "class_0");
    let sum: f64 = predictions[0]["probabilities"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(serde_json::Value::as_f64)
        .sum();
    assert!((sum - 1.0).abs() < 1e-9);
}

#[test]
fn the_same_arguments_give_the_same_bytes() {
    let here = folder("same");
    let iris = example("iris.csv");
    let run =
        |out: &str| done(&here, &["train", &iris, "--seed", "7", "--out", out]).replace(out, "OUT");
    assert_eq!(run("run-1"), run("run-2"));
    for name in ["model.stint", "model.onnx", "card.md", "report.json"] {
        let read = |out: &str| fs::read(here.join(out).join(name)).expect("written");
        assert_eq!(read("run-1"), read("run-2"), "{name}");
    }
    let predict = |out: &str| done(&here, &["predict", out, &iris]);
    assert_eq!(predict("run-1"), predict("run-2"));
}

#[test]
fn a_report_of_another_model_is_not_believed() {
    let here = folder("stranger");
    let iris = example("iris.csv");
    done(&here, &["train", &iris, "--out", "a"]);
    done(&here, &["train", &iris, "--seed", "5", "--out", "b"]);
    fs::copy(here.join("b/report.json"), here.join("a/report.json")).expect("copied");
    let explained = done(&here, &["explain", "a"]);
    assert!(
        explained.contains("no report.json of this model"),
        "{explained}"
    );
    assert!(stint(&here, &["explain", "a", "--json"]).json()["report"].is_null());
}

#[test]
fn text_in_a_csv_is_no_formula_for_a_spreadsheet() {
    let here = folder("formula");
    let mut csv = "x,kind\n".to_owned();
    for row in 0..40 {
        let kind = if row < 20 { "=1+1" } else { "fine" };
        csv.push_str(&format!("{row}.5,{kind}\n"));
    }
    fs::write(here.join("rows.csv"), &csv).expect("written");
    done(&here, &["train", "rows.csv"]);
    let answer = done(
        &here,
        &["predict", "stint-model", "rows.csv", "--with-input"],
    );
    let lines: Vec<&str> = answer.lines().collect();
    assert_eq!(
        lines[0],
        "x,kind,predicted_kind,probability_=1+1,probability_fine"
    );
    assert!(lines[1].starts_with("0.5,'=1+1,'=1+1,"), "{}", lines[1]);
    let json = stint(&here, &["predict", "stint-model", "rows.csv", "--json"]).json();
    assert_eq!(json["predictions"][0]["label"], "=1+1");
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let here = folder("pipe");
    let iris = example("iris.csv");
    let mut big = fs::read_to_string(&iris).expect("there");
    let rows = big.lines().skip(1).collect::<Vec<_>>().join("\n");
    for _ in 0..40 {
        big.push_str(&rows);
        big.push('\n');
    }
    fs::write(here.join("big.csv"), big).expect("written");
    done(&here, &["train", &iris]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_stint"))
        .args(["predict", "stint-model", "big.csv"])
        .current_dir(&here)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    let mut out = child.stdout.take().expect("piped");
    let mut start = [0; 10];
    out.read_exact(&mut start).expect("starts to speak");
    drop(out);
    let ended = child.wait_with_output().expect("ends");
    assert_eq!(ended.status.code(), Some(0));
    assert!(
        ended.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
}

#[test]
fn light_mode_is_the_baseline_and_says_so() {
    let here = folder("light");
    let page = done(&here, &["train", &example("iris.csv"), "--mode", "light"]);
    assert!(page.contains("light mode: the baseline only"), "{page}");
    assert!(page.contains("Verdict: this is the baseline"), "{page}");
}

#[test]
fn colours_are_for_those_who_want_them() {
    let here = folder("colours");
    let iris = example("iris.csv");
    let coloured = |variables: &[(&str, &str)]| {
        let output = Command::new(env!("CARGO_BIN_EXE_stint"))
            .args(["profile", &iris])
            .current_dir(&here)
            .env_remove("NO_COLOR")
            .envs(variables.iter().copied())
            .output()
            .expect("runs");
        output.stdout.contains(&0x1b)
    };
    assert!(!coloured(&[]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn columns_are_chosen_by_name_even_with_a_comma_in_it() {
    let here = folder("columns");
    let csv = fs::read_to_string(example("iris.csv")).expect("there");
    let csv = csv.replacen(
        "petal length (cm),petal width (cm)",
        "\"petal, long\",wide",
        1,
    );
    fs::write(here.join("iris.csv"), csv).expect("written");
    let inputs = |arguments: &[&str]| {
        done(
            &here,
            &[
                &["train", "iris.csv", "--exclude", "sepal width (cm)"],
                arguments,
            ]
            .concat(),
        );
        let model = stint(&here, &["explain", "stint-model", "--json"]).json();
        let inputs = model["inputs"].as_array().expect("a list").iter();
        inputs
            .map(|input| input["name"].as_str().expect("a name").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(inputs(&["--include", "petal, long"]), ["petal, long"]);
    assert_eq!(
        inputs(&["--include", "wide,sepal length (cm)"]),
        ["sepal length (cm)", "wide"]
    );
}

#[test]
fn a_fallback_is_loud() {
    let here = folder("fallback");
    let mut csv = "a,b,y\n1e307,1,1.5\n".to_owned();
    for row in 0..200 {
        csv.push_str(&format!("{}.5,{},{}.25\n", row % 50, row % 7, row % 30));
    }
    fs::write(here.join("huge.csv"), csv).expect("written");
    let said = stint(&here, &["train", "huge.csv", "--model", "ridge"]);
    assert_eq!(said.code, 4, "{}", said.err);
    assert!(
        said.out
            .contains("FALLBACK: the model asked for could not be fitted"),
        "{}",
        said.out
    );
    assert!(said.out.contains("this is the baseline"), "{}", said.out);
    assert!(here.join("stint-model/model.stint").is_file());
}

#[test]
fn shells_get_completions() {
    let here = folder("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = done(&here, &["completions", shell]);
        assert!(script.contains("test-fraction"), "{shell}");
    }
}

#[test]
fn the_readme_is_the_help() {
    let here = folder("help");
    let mut expected = include_str!("readme-head.md").to_owned();
    for command in [
        "",
        "profile",
        "analyze",
        "train",
        "predict",
        "explain",
        "completions",
    ] {
        let arguments: Vec<&str> = command.split_terminator(' ').chain(["--help"]).collect();
        let title = format!("stint {}", arguments.join(" "));
        let help = done(&here, &arguments);
        // Lists of possible values grow with the engine; they are left to `--help` itself.
        let lines = help.lines().filter(|line| {
            !line.contains("[possible values:") && (line.is_empty() || !line.trim().is_empty())
        });
        let help: String = lines.map(|line| format!("{line}\n")).collect();
        expected.push_str(&format!("\n## `{title}`\n\n```text\n{help}```\n"));
    }
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    if fs::read_to_string(readme).ok().as_deref() != Some(expected.as_str()) {
        let fresh = here.join("README.md");
        fs::write(&fresh, expected).expect("written");
        panic!(
            "cli/README.md is out of date; copy {} over it",
            fresh.display()
        );
    }
}

#[test]
fn a_file_is_analyzed_alone_and_against_another() {
    let here = folder("analyze");
    let iris = example("iris.csv");
    let page = done(&here, &["analyze", &iris, "--target", "target"]);
    assert!(page.contains("What tells target"), "{page}");
    assert!(page.contains("petal length (cm)"), "{page}");
    assert!(page.contains("correlation ratio"), "{page}");

    let rows = fs::read_to_string(&iris).expect("there");
    let (header, body) = rows.split_once('\n').expect("a header");
    let (early, late) = body.split_at(body.len() / 2);
    let cut = early.rfind('\n').expect("many rows") + 1;
    fs::write(
        here.join("early.csv"),
        format!("{header}\n{}", &early[..cut]),
    )
    .expect("written");
    let late = format!("{header}\n{}{late}", &early[cut..]);
    let said = stint_with(
        &here,
        &["analyze", "-", "--compare", "early.csv", "--json"],
        late.as_bytes(),
    );
    assert_eq!(said.json()["drift"]["columns"][0]["level"], "much_shifted");
    let page = stint_with(
        &here,
        &["analyze", "-", "--compare", "early.csv"],
        late.as_bytes(),
    )
    .out;
    assert!(page.contains("Against the other file"), "{page}");
    assert!(page.contains("much shifted"), "{page}");

    let wrong = stint(&here, &["analyze", &iris, "--target", "tarjet"]);
    assert_eq!(wrong.code, 2);
    assert!(
        wrong.err.contains("--target: ") && wrong.err.contains("tarjet"),
        "{}",
        wrong.err
    );
    let both = stint(&here, &["analyze", "-", "--compare", "-"]);
    assert_eq!(both.code, 2);
}
