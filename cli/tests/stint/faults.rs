//! What is wrong is said with its place, what would be right, and an exit code of its own.

use std::fs;

use crate::support::{done, example, folder, stint, stint_with};
use serde_json::Value;

const USAGE: i32 = 2;
const BAD_INPUT: i32 = 3;

#[test]
fn each_bad_csv_is_refused_with_its_place() {
    let here = folder("bad-csv");
    let cases: [(&[u8], &str); 10] = [
        (b"", "standard input: the file is empty"),
        (
            b"a,b\n",
            "0 data rows below the header; expected at least 2",
        ),
        (b"a\n1\n2\n", "standard input:1: the header has one column"),
        (b"a,a\n1,2\n3,4\n", "are both called \"a\""),
        (b"a,\n1,2\n3,4\n", "column 2 of the header has no name"),
        (
            b"a,b\n1,2\n3\n",
            "standard input:3: line 3 has 1 cell, the header has 2",
        ),
        (
            b"a,b\n1,\"2\n3,4\n",
            "the quote opened in column 2 of line 2 is never closed",
        ),
        (
            b"a,b\n1,caf\xE9\n",
            "standard input:2: byte 6 of line 2 is 0xE9",
        ),
        (b"\x1F\x8B\x08\x00", "gzip-compressed; save it as plain CSV"),
        (b"a,b\n1,\n,\n", "are empty; at most 50.0 %"),
    ];
    for command in [&["profile", "-"][..], &["train", "-"]] {
        for (csv, expected) in cases {
            let said = stint_with(&here, command, csv);
            assert_eq!(said.code, BAD_INPUT, "{expected}: {}", said.err);
            assert!(said.err.starts_with("error: "), "{}", said.err);
            assert!(said.err.contains(expected), "{expected}: {}", said.err);
            assert_eq!(said.out, "");
        }
    }
    assert!(!here.join("stint-model").exists());
}

#[test]
fn parameters_are_named_as_arguments_all_at_once() {
    let here = folder("parameters");
    let iris = example("iris.csv");
    let said = stint(
        &here,
        &[
            "train",
            &iris,
            "--model",
            "logistic",
            "--param",
            "C=-1",
            "--param",
            "depth=3",
            "--test-fraction",
            "NaN",
            "--exclude",
            "nope",
        ],
    );
    assert_eq!(said.code, USAGE, "{}", said.err);
    for expected in [
        "error: --param C: ",
        "error: --param depth: unknown parameter",
        "error: --test-fraction: must be from 0.05 to 0.5",
        "error: --exclude: there is no column \"nope\"",
    ] {
        assert!(said.err.contains(expected), "{expected}: {}", said.err);
    }

    let said = stint(&here, &["train", &iris, "--target", "nope"]);
    assert_eq!(said.code, USAGE);
    assert!(
        said.err
            .contains("--target: there is no column \"nope\"; the columns are"),
        "{}",
        said.err
    );
    let said = stint(&here, &["train", &iris, "--out", "-"]);
    assert_eq!(said.code, USAGE, "{}", said.err);
    let said = stint(&here, &["train", &iris, "--param", "C=1", "--param", "C=2"]);
    assert_eq!(said.code, USAGE);
    for arguments in [
        &["train"][..],
        &["fly"],
        &["train", &iris, "--model", "oracle"],
        &[],
    ] {
        assert_eq!(stint(&here, arguments).code, USAGE, "{arguments:?}");
    }
}

#[test]
fn data_that_cannot_be_learnt_from_is_refused() {
    let here = folder("unlearnable");
    let said = stint_with(&here, &["train", "-"], b"x,y\n1,a\n2,a\n3,a\n4,a\n");
    assert_eq!(said.code, BAD_INPUT, "{}", said.err);
}

#[test]
fn files_that_are_not_there_fail() {
    let here = folder("absent");
    let said = stint(&here, &["profile", "no.csv"]);
    assert_eq!(
        (said.code, said.err.as_str()),
        (1, "error: no.csv: cannot read it: there is no such file\n")
    );
    fs::write(here.join("blocked"), "").expect("written");
    let said = stint(
        &here,
        &["train", &example("iris.csv"), "--out", "blocked/model"],
    );
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(
        said.err.contains("blocked/model: cannot make it"),
        "{}",
        said.err
    );
}

#[test]
fn bad_models_are_refused() {
    let here = folder("bad-model");
    done(&here, &["train", &example("iris.csv")]);
    let mut model = fs::read(here.join("stint-model/model.stint")).expect("written");
    if let Some(last) = model.last_mut() {
        *last ^= 1;
    }
    for (bytes, expected) in [(&model[..], "damaged"), (b"PK", "not a Stint model")] {
        fs::write(here.join("bad.stint"), bytes).expect("written");
        let said = stint(&here, &["explain", "bad.stint"]);
        assert_eq!(said.code, BAD_INPUT);
        assert!(said.err.contains(expected), "{}", said.err);
    }
}

#[test]
fn rows_that_do_not_fit_the_model_are_located() {
    let here = folder("bad-rows");
    let penguins = example("penguins.csv");
    done(&here, &["train", &penguins]);
    let predict = |csv: &str, more: &[&str]| {
        let arguments = [&["predict", "stint-model", "-"], more].concat();
        stint_with(&here, &arguments, csv.as_bytes())
    };

    let said = predict("island,year\nBiscoe,2007\n\nDream,late\n", &[]);
    assert_eq!(said.code, BAD_INPUT);
    assert!(
        said.err
            .contains("standard input:4: column \"year\" must be a finite number, not \"late\""),
        "{}",
        said.err
    );
    assert!(
        said.err
            .contains("warning: absent columns count as missing"),
        "{}",
        said.err
    );
    assert_eq!(said.out, "", "all or nothing");

    let said = predict("island,yaer\nBiscoe,2007\n", &[]);
    assert_eq!(said.code, BAD_INPUT);
    assert!(
        said.err
            .contains("does not know yaer; it takes bill_depth_mm"),
        "{}",
        said.err
    );
    let said = predict(
        "island,note\nBiscoe,x\nMars,y\n",
        &["--ignore-unknown", "--quiet"],
    );
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.out.lines().count(), 3);

    let said = predict("a,b\n1,2\n", &["--ignore-unknown"]);
    assert_eq!(said.code, BAD_INPUT);
    assert!(
        said.err
            .contains("none of the columns that the model takes"),
        "{}",
        said.err
    );
    let said = predict("island\nDream\n", &[]);
    assert_eq!(
        (said.code, said.out.lines().count()),
        (0, 2),
        "{}",
        said.err
    );
}

#[test]
fn machines_get_errors_as_json() {
    let here = folder("json-errors");
    let said = stint_with(&here, &["profile", "-", "--json"], b"a,b\n1,2\n3\n");
    let error: Value = serde_json::from_str(&said.err).expect("JSON");
    let error = &error["error"];
    assert_eq!((said.code, said.out.as_str()), (BAD_INPUT, ""));
    assert_eq!(
        (&error["kind"], &error["exit_code"]),
        (&"bad_input".into(), &3.into())
    );
    let fault = &error["faults"][0];
    assert_eq!((&fault["line"], &fault["column"]), (&3.into(), &"b".into()));

    let said = stint(
        &here,
        &["train", &example("iris.csv"), "--target", "nope", "--json"],
    );
    let error: Value = serde_json::from_str(&said.err).expect("JSON");
    assert_eq!(error["error"]["faults"][0]["argument"], "--target");
}
