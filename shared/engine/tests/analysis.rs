//! What an analysis finds in tables whose truth is known because they are made up, and that it finds nothing in noise.

mod trees_support;

use std::fmt::Write;
use std::ops::ControlFlow;

use stint_engine::{
    Analysis, AnalysisError, AssociationMeasure, ColumnKind, CsvRules, DriftLevel, OmissionReason,
    WarningKind, analyze_csv,
};
use trees_support::Uniform;

const PENGUINS: &[u8] = include_bytes!("../../../examples/penguins.csv");

fn analyze(csv: &str, target: Option<&str>, compare_to: Option<&str>) -> Analysis {
    try_analyze(csv, target, compare_to).expect("sound")
}

fn try_analyze(
    csv: &str,
    target: Option<&str>,
    compare_to: Option<&str>,
) -> Result<Analysis, AnalysisError> {
    let compare_to = compare_to.map(str::as_bytes);
    let go_on = &mut |_| ControlFlow::Continue(());
    analyze_csv(
        csv.as_bytes(),
        &CsvRules::default(),
        target,
        compare_to,
        go_on,
    )
}

/// The columns that a kind of warning names.
fn warned(analysis: &Analysis, kind: WarningKind) -> Vec<&str> {
    let warnings = analysis
        .warnings
        .iter()
        .filter(|warning| warning.kind == kind);
    warnings
        .map(|warning| warning.column.as_deref().unwrap_or(""))
        .collect()
}

/// Rows of two numbers, a colour, and a class that nothing tells.
fn noise(rows: usize, seed: u64) -> String {
    let mut random = Uniform(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let mut csv = "a,b,colour,class\n".to_owned();
    for _ in 0..rows {
        let (a, b) = (random.next(), random.next() * random.next());
        let colour = ["red", "green", "blue", "black", "white"][random.below(5)];
        let class = ["no", "yes", "unknown"][random.below(3)];
        writeln!(csv, "{a:.6},{b:.6},{colour},{class}").expect("a string takes all");
    }
    csv
}

#[test]
fn penguins_are_analyzed() {
    let csv = std::str::from_utf8(PENGUINS).expect("text");
    let analysis = analyze(csv, Some("target"), None);
    assert_eq!((analysis.rows, analysis.columns), (344, 8));
    let target = analysis.target.as_ref().expect("a target was named");
    let of = |name: &str| {
        let mut entries = target.associations.iter();
        entries.find(|entry| entry.column == name).expect(name)
    };
    assert_eq!(of("island").measure, AssociationMeasure::CramersV);
    assert_eq!(
        of("flipper_length_mm").measure,
        AssociationMeasure::CorrelationRatio
    );
    // scipy: η of flipper length by species is 0.882, of sex V is 0.
    assert!((of("flipper_length_mm").value.expect("known") - 0.881).abs() < 0.005);
    assert_eq!(of("sex").value, Some(0.0));
    assert_eq!(of("sex").rows, 333);
    let pair = analysis.correlations.pairs.iter().find(|pair| {
        (pair.first.as_str(), pair.second.as_str()) == ("flipper_length_mm", "body_mass_g")
    });
    let pair = pair.expect("every pair is there");
    // pandas: df.flipper_length_mm.corr(df.body_mass_g)
    assert!((pair.value.expect("known") - 0.871_201_767_306_017).abs() < 1e-9);
    assert_eq!(analysis.correlations.pairs.len(), 28);
    assert!(analysis.drift.is_none() && warned(&analysis, WarningKind::Leakage).is_empty());
    assert_eq!(analysis, analyze(csv, Some("target"), None));
}

#[test]
fn planted_faults_are_found() {
    let mut random = Uniform(7);
    let mut csv = "id,a,twin,leak,one,class\n".to_owned();
    for row in 0..300 {
        let a = random.next();
        let rare = random.below(20) == 0;
        let (class, leak) = if rare { ("yes", 1.0) } else { ("no", 0.0) };
        let leak = leak + random.next() / 2.0;
        writeln!(csv, "u{row},{a},{},{leak},1,{class}", 3.0 - 2.0 * a).expect("a string");
    }
    let again = csv.lines().nth(5).expect("many rows").to_owned();
    let csv = format!("{csv}{again}\n{again}\n");
    let analysis = analyze(&csv, Some("class"), None);
    assert_eq!(analysis.duplicates.rows, 2);
    let example = analysis.duplicates.examples[0];
    assert_eq!((example.row, example.first), (301, 5));
    assert_eq!(warned(&analysis, WarningKind::DuplicateRows), [""]);
    assert_eq!(warned(&analysis, WarningKind::Leakage), ["leak"]);
    assert_eq!(warned(&analysis, WarningKind::Constant), ["one"]);
    assert_eq!(warned(&analysis, WarningKind::Redundant), ["twin"]);
    assert_eq!(warned(&analysis, WarningKind::ClassImbalance), ["class"]);
    let target = analysis.target.expect("a target was named");
    assert_eq!(target.associations[0].column, "leak");
    assert!(target.associations[0].information.expect("known") > 0.5);
    let omitted = &analysis.correlations.omitted;
    let reasons: Vec<(&str, OmissionReason)> = omitted
        .iter()
        .map(|column| (column.column.as_str(), column.reason))
        .collect();
    assert_eq!(
        reasons,
        [
            ("id", OmissionReason::FreeText),
            ("one", OmissionReason::Constant)
        ]
    );
}

#[test]
fn a_planted_shift_is_found() {
    let reference = noise(600, 1);
    let mut csv = "a,b,colour,class,new\n".to_owned();
    for line in noise(500, 2).lines().skip(1) {
        let mut cells: Vec<&str> = line.split(',').collect();
        let a = format!("{}", cells[0].parse::<f64>().expect("a number") + 0.4);
        cells[0] = &a;
        if cells[2] == "red" {
            cells[2] = "violet";
        }
        cells[3] = "5";
        writeln!(csv, "{},x", cells.join(",")).expect("a string");
    }
    let reference = reference.replacen("class", "class,old", 1);
    let reference: String = reference
        .lines()
        .enumerate()
        .map(|(row, line)| format!("{line}{}\n", if row == 0 { "" } else { ",x" }))
        .collect();
    let analysis = analyze(&csv, None, Some(&reference));
    let drift = analysis.drift.as_ref().expect("compared");
    let found: Vec<(&str, DriftLevel)> = drift
        .columns
        .iter()
        .map(|column| (column.column.as_str(), column.level))
        .collect();
    let much = DriftLevel::MuchShifted;
    assert_eq!(
        found,
        [("a", much), ("colour", much), ("b", DriftLevel::Stable)].map(|x| x)
    );
    let numeric = drift.columns[0].numeric.as_ref().expect("numbers");
    assert!((numeric.ks_statistic - 0.4).abs() < 0.08 && numeric.ks_p_value < 1e-6);
    let words = drift.columns[1].categorical.as_ref().expect("words");
    assert_eq!(words.new_values[0].value, "violet");
    assert_eq!(words.new_values[0].count, words.new_rows);
    assert!((words.total_variation - 0.2).abs() < 0.08);
    assert_eq!(
        (&drift.added[..], &drift.removed[..]),
        (&["new".to_owned()][..], &["old".to_owned()][..])
    );
    let change = &drift.kind_changed[0];
    assert_eq!(
        (change.reference, change.current),
        (ColumnKind::Categorical, ColumnKind::Numeric)
    );
    assert_eq!(
        warned(&analysis, WarningKind::Drift),
        ["old", "class", "a", "colour"]
    );
}

#[test]
fn noise_is_not_taken_for_anything() {
    let (mut told, mut shifted) = (0, 0);
    for seed in 0..100 {
        let rows = 100 + 10 * (seed as usize % 30);
        let analysis = analyze(
            &noise(rows, seed),
            Some("class"),
            Some(&noise(80, 1000 + seed)),
        );
        assert_eq!(warned(&analysis, WarningKind::Leakage), [""; 0]);
        assert_eq!(warned(&analysis, WarningKind::Redundant), [""; 0]);
        let target = analysis.target.expect("named");
        for entry in &target.associations {
            let value = entry.value.expect("known");
            told += usize::from(value > 0.3 || entry.information.expect("known") > 0.15);
        }
        let drift = analysis.drift.expect("compared");
        let unstable = drift
            .columns
            .iter()
            .filter(|column| column.level != DriftLevel::Stable);
        shifted += unstable.count();
    }
    // Of 300 associations and 400 comparisons.
    assert!(told <= 6, "{told}");
    assert!(shifted <= 4, "{shifted}");
}

#[test]
fn many_columns_are_cut_to_those_nearest_to_the_target_and_it_says_so() {
    let mut random = Uniform(11);
    let names: Vec<String> = (0..60).map(|column| format!("x{column}")).collect();
    let mut csv = format!("{},y\n", names.join(","));
    for _ in 0..200 {
        let cells: Vec<f64> = (0..60).map(|_| random.next()).collect();
        let y = cells[50..].iter().sum::<f64>();
        let cells: Vec<String> = cells.iter().map(f64::to_string).collect();
        writeln!(csv, "{},{y}", cells.join(",")).expect("a string");
    }
    let analysis = analyze(&csv, Some("y"), None);
    let correlations = &analysis.correlations;
    assert_eq!(
        (correlations.columns.len(), correlations.pairs.len()),
        (40, 780)
    );
    assert_eq!(correlations.omitted.len(), 21);
    let omitted = &correlations.omitted;
    assert!(
        omitted
            .iter()
            .all(|column| column.reason == OmissionReason::TooManyColumns)
    );
    let names: Vec<&str> = correlations
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    assert!(names.contains(&"x55") && names.contains(&"y"), "{names:?}");
    let first = analyze(&csv, None, None).correlations;
    assert_eq!(first.columns[39].name, "x39");
}

#[test]
fn what_cannot_be_analyzed_says_why() {
    let csv = noise(30, 3);
    let unknown = try_analyze(&csv, Some("klass"), None).expect_err("no such column");
    assert!(unknown.to_string().contains("klass"), "{unknown}");
    let compared = try_analyze(&csv, None, Some("a,b\n1\n")).expect_err("ragged");
    assert!(
        compared.to_string().contains("line 2 has 1 cell"),
        "{compared}"
    );
    let mut steps = 0;
    let stopped = analyze_csv(
        csv.as_bytes(),
        &CsvRules::default(),
        Some("class"),
        None,
        &mut |_| {
            steps += 1;
            if steps > 2 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        },
    );
    assert_eq!(stopped, Err(AnalysisError::Cancelled));
}

#[test]
fn gaps_and_extremes_are_borne() {
    let csv = "a,b,c,d\n1e300,,x,\n-1e300,1,,2024-01-01\n,2,y,2024-02-01\n5,3,x,\n";
    let analysis = analyze(
        csv,
        Some("c"),
        Some("a,b,c,d\n,7,,2023-01-01\n,,z,2023-01-01\n,8,y,2023-02-01\n"),
    );
    let text = serde_json::to_string(&analysis).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Analysis>(&text).expect("the same"),
        analysis
    );
    assert_eq!(analysis.drift.expect("compared").columns.len(), 4);
}
